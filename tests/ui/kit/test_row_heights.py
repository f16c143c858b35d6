"""Where rows of different heights begin, however they came about."""

import random

from wellled_desktop.ui.kit.row_heights import RowHeights


def test_offsets_are_the_sums_of_the_heights_after_any_change_at_the_end_or_elsewhere() -> None:
    chance = random.Random(5)  # noqa: S311  # which change comes next
    rows = RowHeights(70)
    rows.reset(300)
    heights = [70] * 300
    for _ in range(400):
        change = chance.choice(("add", "insert", "measure last", "measure any", "remove"))
        row = len(heights) - chance.randint(1, 3) if change == "measure last" else chance.randrange(len(heights))
        if change in ("add", "insert"):
            at = len(heights) if change == "add" else row
            rows.insert(at, 2)
            heights[at:at] = [70, 70]
        elif change == "remove":
            rows.remove(row, 1)
            del heights[row]
        else:
            height = chance.randint(20, 200)
            rows.set(row, height)
            heights[row] = height
        looked_at = chance.randrange(len(heights) + 1)
        assert rows.offset(looked_at) == sum(heights[:looked_at])
        assert rows.total == sum(heights)
        assert rows.row_at(rows.total - 1) == len(heights) - 1
