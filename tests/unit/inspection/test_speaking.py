"""How lines are spoken of in words, the same on the screen, on paper and on the command line."""

import datetime as dt

import msgspec
import pytest

from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.inspection.speaking import spoken_delay, spoken_marks, spoken_voice

LINE = NoteLine(
    id="l1",
    session_id="s1",
    session_number=1,
    number=1,
    text="Six vacancies.",
    line_type="said",
    speaker=None,
    claim=False,
    weight="neutral",
    tags=(),
    written_at=dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC),
    zone_minutes=0,
    day=dt.date(2026, 11, 24),
    author="A. Inspector",
)


@pytest.mark.parametrize(
    ("minutes", "on_paper", "words"),
    [
        (None, False, ""),
        (0, False, "written just after the end"),
        (25, False, "written 25 min after the end"),
        (480, False, "written 8 hours after the end"),
        (4 * 1_440, False, "written 4 days after the end"),
        (None, True, "from handwritten notes"),
        (480, True, "from handwritten notes, written 8 hours after"),
    ],
)
def test_the_delay_of_a_line_in_words(minutes: int | None, on_paper: bool, words: str) -> None:
    line = msgspec.structs.replace(LINE, written_after_end_minutes=minutes, from_handwritten_notes=on_paper)
    assert spoken_delay(line) == words


def test_marks_stand_in_one_order() -> None:
    marked = msgspec.structs.replace(LINE, claim=True, weight="concern", points_other_way=True)
    assert spoken_marks(marked) == ("claim", "concern", "points the other way")
    assert spoken_marks(LINE) == ()


def test_only_voices_speak_for_nobody_in_particular() -> None:
    spoken = [spoken_voice(one) for one in ("nobody-answered", "several", "p1", None)]
    assert spoken == ["nobody answered", "several", "", ""]
