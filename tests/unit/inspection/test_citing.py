"""Citations: how they are put into a line, found in it again, and how a page's paragraphs are counted."""

import datetime as dt

import msgspec
import pytest

from wellled_desktop.inspection.citing import (
    Citation,
    beyond_plan,
    check_citable,
    citations_in,
    first_paragraphs,
    of_files,
    paragraphs,
    quoted,
    session_to_cite_in,
    with_quote,
    with_signs,
)
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.inspection.read_models import EvidenceEntry, ReadingPart, Session

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


def _after_noon(minutes: int | None) -> dt.datetime | None:
    return None if minutes is None else NOON + dt.timedelta(minutes=minutes)


def session(number: int, *, began: int | None = None, ended: int | None = None, cancelled: bool = False) -> Session:
    """`began` and `ended` in minutes after noon."""
    return Session(
        id=f"s{number}", number=number, kind="interview", title="", roles=("chief-executive",), participants=(),
        planned_start=None, planned_minutes=60, place="", lead="", note_taker="", started_at=_after_noon(began),
        ended_at=_after_noon(ended), day=NOON.date(), lines=0, cancelled_at=NOON if cancelled else None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        (Citation("E-014"), "E-014"),
        (Citation("E-014", 214), "E-014 p. 214"),
        (Citation("E-014", 214, 3), "E-014 p. 214 ¶ 3"),
        (Citation("E-1014", None, 37), "E-1014 ¶ 37"),
        (Citation("E-014", 214, 3, "Vacancies fell."), "E-014 p. 214 ¶ 3: “Vacancies fell.”"),
        (Citation("E-014", 1, 8, "It fell.", "Plan (2).pdf"), "E-014 “Plan (2).pdf” p. 1 ¶ 8: “It fell.”"),
        (Citation("E-014", file="ward.jpg"), "E-014 “ward.jpg”"),
    ],
)
def test_what_is_put_into_a_line_is_found_in_it_again(citation: Citation, words: str) -> None:
    assert citation.words == words
    assert citations_in(f"The board was told so, {words} and said nothing.") == (citation,)


def test_several_citations_are_found_in_order_and_what_only_looks_like_one_is_not() -> None:
    found = citations_in("E-014, p. 2 and E-002 p.3 ¶1, not XE-001, E-12 or S-03 l.27")
    assert found == (Citation("E-014", 2), Citation("E-002", 3, 1))


@pytest.mark.parametrize(
    ("typed", "put"),
    [
        ("E-014 p. 9 para 3", "E-014 p. 9 ¶ 3"),
        ("E-014, page 9, Paragraph 3: “para 3”", "E-014, p. 9, ¶ 3: “para 3”"),
        ("E-014 “page 2 para 4.pdf” P9 para. 3", "E-014 “page 2 para 4.pdf” p. 9 ¶ 3"),
        ("E-014 para 3 and E-002 p.4 ¶1, both", "E-014 ¶ 3 and E-002 p. 4 ¶ 1, both"),
        ("As page 9 para 3 of it says", "As page 9 para 3 of it says"),
    ],
)
def test_page_and_paragraph_are_read_as_they_are_typed_and_put_with_their_signs(typed: str, put: str) -> None:
    assert with_signs(typed) == put
    assert citations_in(typed) == citations_in(put)


def part(last: int, attachment: str | None = None) -> ReadingPart:
    return ReadingPart(
        f"p{last}", "e17", "E-017", "Board pack", 1, last, "", "to read", NOON, "A. Inspector", attachment_id=attachment
    )


@pytest.mark.parametrize(
    ("page", "parts", "attachment", "ends"),
    [
        (999, (part(80), part(411)), "", 411),
        (411, (part(411), part(80)), "", 0),
        (None, (part(411),), "", 0),
        (999, (), "", 0),
        (50, (part(20), part(80, "a1"), part(30, "a2")), "a1", 0),
        (50, (part(20), part(80, "a1"), part(30, "a2")), "a2", 30),
    ],
)
def test_a_page_beyond_the_end_of_the_reading_plan_is_objected_to(
    page: int | None, parts: tuple[ReadingPart, ...], attachment: str, ends: int
) -> None:
    said = f"The reading plan of E-017 ends at p. {ends}, so there is no p. {page} to cite." if ends else ""
    assert beyond_plan(Citation("E-017", page, 3), parts, attachment) == said


def test_the_end_of_a_quote_is_found_whatever_marks_stand_in_it() -> None:
    line = Citation("E-001", 1, 2, "They call it “the plan”,\n all of it").words
    assert line == "E-001 p. 1 ¶ 2: “They call it ‘the plan’, all of it”"
    (found,) = citations_in(line)
    assert found.quote == "They call it ‘the plan’, all of it"
    assert with_quote("E-001 as a whole", "  ") == "E-001 as a whole"


def test_a_file_is_named_where_the_entry_has_more_than_one_whatever_marks_stand_in_its_name() -> None:
    citation = Citation("E-014", 1, 8, file="“Final” plan.pdf")
    assert of_files(citation, 2).place == "E-014 “‘Final’ plan.pdf” p. 1 ¶ 8"
    assert of_files(citation, 1).place == "E-014 p. 1 ¶ 8"


def test_a_long_quote_is_cut_between_two_words() -> None:
    assert quoted("as\n it  is", 12) == "as it is"
    assert quoted("one two three", 10) == "one two…"
    assert quoted("one two three", 8) == "one two…"
    assert quoted("onetwothreefour", 10) == "onetwothr…"
    long = quoted("ward " * 200)
    assert len(long) <= 300
    assert long.endswith("ward…")


def test_a_text_that_has_a_paragraph_on_each_line_keeps_them() -> None:
    assert paragraphs("One.\n\nTwo\n three ") == ("One.", "Two", "three")


def test_the_paragraphs_of_parts_are_counted_through_all_of_them() -> None:
    assert first_paragraphs(("One\nTwo", "Three\nFour, ", "which goes on\nFive", " ", "Six")) == (1, 3, 4, 6, 6)


def test_an_entry_that_was_retracted_is_not_cited() -> None:
    entry = EvidenceEntry("e1", 14, "Minutes", "minutes", "", None, (), "", NOON, NOON.date(), "A. Inspector")
    check_citable(entry)
    with pytest.raises(RuleBroken, match="E-014 is retracted, so it was not cited"):
        check_citable(msgspec.structs.replace(entry, retracted_at=NOON))


def test_one_cites_in_the_session_under_way_and_else_in_the_one_begun_last() -> None:
    ended, later = session(1, began=0, ended=30), session(2, began=60, ended=90)
    under_way, planned = session(3, began=30), session(4)
    for_reading = msgspec.structs.replace(session(6), kind="observation", roles=())
    assert session_to_cite_in((planned,)) is None
    assert session_to_cite_in((planned, for_reading)) == for_reading
    assert session_to_cite_in((ended, later, planned)) == later
    assert session_to_cite_in((ended, under_way, later)) == under_way
    assert session_to_cite_in((ended, session(5, began=120, cancelled=True))) == ended


def test_one_does_not_cite_in_a_session_that_was_signed_off() -> None:
    ended = session(1, began=0, ended=30)
    signed = msgspec.structs.replace(session(2, began=60, ended=90), signed_off_at=NOON)
    assert session_to_cite_in((ended, signed)) == ended
    assert session_to_cite_in((signed,)) is None
