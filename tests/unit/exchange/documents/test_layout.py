"""How the lines of a page are put together to paragraphs, and told apart from its header and footer."""

import msgspec
import pytest

from wellled_desktop.exchange.documents.layout import Line, Paragraph, paragraphs_of

SIZE = 0.015
NEXT, APART = 0.018, 0.025
"""From one line to the next of a paragraph, and of the next one."""


def line(words: str, top: float, *, size: float = SIZE, width: float | None = None, left: float = 0.1) -> Line:
    """As wide as its words are long, unless it is said otherwise."""
    return Line(words, (left, top, left + (width or len(words) / 100), top + size), size)


def beneath(*steps: tuple[str, float]) -> list[Line]:
    """Lines one beneath the other: the words of each, and how far it is from the one before."""
    lines, top = [], 0.2
    for words, step in steps:
        top += step
        lines.append(line(words, top))
    return lines


def words_of(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return [one.words for one in paragraphs]


def test_where_it_is_not_known_where_lines_stand_their_words_tell() -> None:
    page = (
        "A heading that stands alone\n"
        "\n"
        "Another, with its text beneath\n"
        "The board heard that the vacancy rate had fallen for the\n"
        "third quarter. It did.\n"
        "It asked for the figures by ward, which the paper does\n"
        "not hold, and\n"
        "for those of the Mc\u00ad\n"
        "Invented teams as well as of the hospital's own wards, please.\n"
        "1. The committee meets monthly.\n"
        "2. Its minutes come a month late and are then\n"
        "taken as read.\n"
        "(b) Nobody asked.\n"
        "4.2 Nor did the governors.\n"
        "– Nor anybody else"
    )
    assert words_of(paragraphs_of([Line(words) for words in page.split("\n")])) == [
        "A heading that stands alone",
        "Another, with its text beneath",
        "The board heard that the vacancy rate had fallen for the third quarter. It did.",
        "It asked for the figures by ward, which the paper does not hold, and for those of the McInvented teams as well as "
        "of the hospital's own wards, please.",
        "1. The committee meets monthly.",
        "2. Its minutes come a month late and are then taken as read.",
        "(b) Nobody asked.",
        "4.2 Nor did the governors.",
        "– Nor anybody else",
    ]
    assert paragraphs_of([]) == paragraphs_of([Line(""), Line("")]) == ()


def test_more_space_than_between_its_lines_ends_a_paragraph() -> None:
    page = beneath(
        ("Nothing was said of the night shift, and nobody asked", 0),
        ("for it. The board went on to the money of the summer.", NEXT),
        ("Sixty incidents were linked to the beds in the winter", APART),
        ("and two of these were falls at night, in the same bay", NEXT),
    )
    assert words_of(paragraphs_of(page)) == [
        "Nothing was said of the night shift, and nobody asked for it. The board went on to the money of the summer.",
        "Sixty incidents were linked to the beds in the winter and two of these were falls at night, in the same bay",
    ]


def test_a_sentence_that_goes_on_in_small_letters_is_not_ended_by_a_little_space_but_by_a_lot() -> None:
    begun = (
        ("It is set with a figure in it that makes room for it,", 0),
        ("which is then larger than between the other lines.", NEXT),
    )
    near = beneath(*begun, ("and it goes on in small letters with what was begun", APART))
    assert len(paragraphs_of(near)) == 1
    far = beneath(*begun, ("and so begins a column of what belongs to something", 3 * NEXT))
    assert len(paragraphs_of(far)) == 2


def test_a_line_that_is_larger_or_bold_is_a_paragraph_of_its_own() -> None:
    lines = beneath(
        ("What was planned for the winter, and what was not planned", 0),
        ("The plan had four parts: forty beds opened in three steps", NEXT),
        ("Night cover on the wards, and who is to be asked for it it", NEXT),
        ("It was offered first to the staff of the wards themselves", NEXT),
    )
    lines[0] = msgspec.structs.replace(lines[0], size=SIZE * 1.3)
    lines[2] = msgspec.structs.replace(lines[2], bold=True)
    assert len(paragraphs_of(lines)) == 4


def test_a_column_beside_has_its_own_longest_line() -> None:
    wide = [
        line("This goes over all of the page from its left to its right margin, every line of it", 0.2),
        line("and on, and it takes two of them.", 0.2 + NEXT),
    ]
    narrow = [
        line("Here is a narrow column", 0.2, left=0.6),
        line("Which has capitals of its", 0.2 + NEXT, left=0.6),
        line("Own at the beginning", 0.2 + 2 * NEXT, left=0.6),
    ]
    assert len(paragraphs_of((*wide, *narrow))) == 2


def test_a_paragraph_knows_where_it_stands() -> None:
    page = beneath(("It begins here and goes on to the margin", 0), ("and ends.", NEXT))
    (found,) = paragraphs_of(page)
    assert found.box == pytest.approx((0.1, 0.2, 0.5, 0.2 + NEXT + SIZE))
    (unknown,) = paragraphs_of([Line("Somewhere")])
    assert unknown.box is None


def paper(number: int, *, head: str = "An invented trust", foot: str = "Page {}") -> list[Line]:
    return [
        line(head, 0.05),
        line(f"What it says on {'the one other'[number:]} is its own", 0.1),
        line("Its words go on from line to line", 0.5),
        line(foot.format(number), 0.93),
    ]


def running(page: list[Line], beside: dict[int, list[Line]]) -> list[str]:
    return [one.words for one in paragraphs_of(page, beside) if one.running]


def test_what_stands_at_the_same_place_on_the_pages_around_is_header_and_footer() -> None:
    assert running(paper(3), {by: paper(3 + by) for by in (-1, 1, -2, 2)}) == ["An invented trust", "Page 3"]
    assert running(paper(1), {}) == []
    assert running(paper(1), {1: []}) == []


def test_a_header_on_every_other_page_is_one_and_what_is_on_one_page_of_four_is_none() -> None:
    left = {by: paper(4 + by, head="The trust" if by % 2 else "Its winter plan") for by in (-1, 1, -2, 2)}
    assert running(paper(4, head="Its winter plan"), left) == ["Its winter plan", "Page 4"]
    once = {by: paper(4 + by, head="Risks" if by == 2 else "Plan") for by in (-1, 1, -2, 2)}
    assert running(paper(4, head="Risks"), once) == ["Page 4"]


def test_words_with_another_figure_than_the_number_of_the_page_are_no_header() -> None:
    quarters = {by: paper(4 + by, head=f"Quarter {4 + 2 * by}") for by in (-1, 1)}
    assert running(paper(4, head="Quarter 4"), quarters) == ["Page 4"]


def test_a_line_with_the_number_of_the_page_is_a_header_whatever_else_it_says() -> None:
    chapters = {by: paper(4 + by, head=f"{4 + by} Chapter of {by} matters") for by in (-1, 1)}
    assert running(paper(4, head="4 The plan"), chapters) == ["4 The plan", "Page 4"]
    others = {by: paper(4 + by, head=f"{9 + 3 * by} Chapter of {by} matters") for by in (-1, 1)}
    assert running(paper(4, head="4 The plan"), others) == ["Page 4"]


def test_the_same_words_at_another_place_or_in_the_middle_are_no_header() -> None:
    moved = [line(one.words, 0.07 if at == 0 else 0.93 if at == 3 else 0.2 * at) for at, one in enumerate(paper(2))]
    assert running(paper(1), {1: moved}) == ["Page 1"]
    assert running([line("The same", 0.5), line("Other", 0.6)], {1: [line("The same", 0.5)]}) == []
    assert running([Line("The same"), line("Other", 0.6)], {1: [Line("The same")]}) == []


def test_where_nothing_else_is_on_a_page_its_lines_are_counted() -> None:
    assert running([line("Slide 1", 0.05)], {1: [line("Slide 2", 0.05)]}) == []


def test_a_header_within_a_paragraph_ends_it() -> None:
    page = [line("It begins at the bottom, and", 0.9), line("Page 1", 0.93), line("goes on beneath the footer", 0.96)]
    found = paragraphs_of(page, {1: paper(2)})
    assert [(one.words, one.running) for one in found] == [
        ("It begins at the bottom, and", False),
        ("Page 1", True),
        ("goes on beneath the footer", False),
    ]


def test_of_a_page_with_more_lines_than_any_paper_has_only_so_many_are_looked_at() -> None:
    lines = [line(f"x{number}", 0.05, left=number / 5_000) for number in range(2_000)]
    found = paragraphs_of(lines, dict.fromkeys((-1, 1, 2, 3), lines))
    assert sum(one.running for one in found) == 60
    assert words_of(paragraphs_of([Line("X y z")] * 2_000)) == [" ".join(["X y z"] * 2_000)]
