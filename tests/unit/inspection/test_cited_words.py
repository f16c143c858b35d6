"""Whether what is cited stands where the citation says."""

import pytest

from wellled_desktop.inspection.cited_words import Checked, DocumentRead, checked, folded, no_such_page, stands_in
from wellled_desktop.inspection.citing import Citation

PARAGRAPHS = ("Safer staffing", "The vacancy rate fell to 3.5 per cent.", "It asked for the figures by ward.")
PACK = DocumentRead("Pack.pdf", ("Agenda", "\n".join(PARAGRAPHS), "A vacancy"), True, PARAGRAPHS)
PLAN = DocumentRead("Plan.docx", ("\n".join(PARAGRAPHS),), False, PARAGRAPHS)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("the “well-led” review", 'The\n"well led" review'),
        ("re-organised wards", "re-\norganised  wards"),
        ("its plan – on time", "its plan - on time"),
        ("o\N{SOFT HYPHEN}fﬁce", "office"),
        ("12-14 beds", "12–\n14 beds"),
        ("vacancies … fell", "vacancies in all wards fell"),
        ("vacancies [...] fell", "vacancies fell"),
    ],
)
def test_spaces_hyphens_marks_and_what_is_left_out_make_no_difference(quote: str, words: str) -> None:
    assert stands_in(quote, words)


@pytest.mark.parametrize(
    ("quote", "words"),
    [("35 per cent", "3-5 per cent"), ("35", "3 5"), ("fell … vacancies", "vacancies fell"), ("fell", "rose")],
)
def test_other_figures_another_order_and_other_words_are_no_quote(quote: str, words: str) -> None:
    assert not stands_in(quote, words)
    assert folded("3 - 5") == "3-5"


@pytest.mark.parametrize(
    "citation",
    [
        Citation("E-001"),
        Citation("E-001", 2),
        Citation("E-001", 2, 3),
        Citation("E-001", 2, quote="vacancy rate fell"),
        Citation("E-001", 2, 2, "Vacancy rate  fell"),
        Citation("E-001", 2, 2, "per cent. It asked"),
        Citation("E-001", 2, 3, "per cent. It asked"),
        Citation("E-001", 2, None, "“"),
        Citation("E-001", None, 9, "Agenda"),
    ],
)
def test_what_stands_there_is_not_objected_to(citation: Citation) -> None:
    read = PACK if citation.page else DocumentRead("Pack.pdf", PACK.pages, True)
    assert checked(citation, read) == Checked()


@pytest.mark.parametrize(
    ("citation", "sentence"),
    [
        (Citation("E-001", 2, 9), "There are 3 paragraphs on page 2 of “Pack.pdf”, so there is no ¶ 9."),
        (
            Citation("E-001", 2, 1, "by ward"),
            "“by ward” stands in ¶ 3 of page 2 of “Pack.pdf”, not in ¶ 1.",
        ),
        (
            Citation("E-001", 2, 1, "rate … by ward"),
            "“rate … by ward” stands in ¶ 2 and 3 of page 2 of “Pack.pdf”, not in ¶ 1.",
        ),
        (
            Citation("E-001", 2, 1, "agenda"),
            "“agenda” does not stand on page 2 of “Pack.pdf”; it stands on page 1.",
        ),
        (
            Citation("E-001", 2, quote="rates rose"),
            "“rates rose” does not stand on page 2 of “Pack.pdf”, nor on any other page.",
        ),
        (Citation("E-001", None, None, "rose"), "“rose” stands nowhere in “Pack.pdf”."),
    ],
)
def test_what_stands_elsewhere_or_nowhere_is_said_so(citation: Citation, sentence: str) -> None:
    assert checked(citation, PACK) == Checked(sentence)


def test_of_a_document_without_pages_the_paragraphs_are_those_of_all_of_it() -> None:
    assert checked(Citation("E-001", 7, 4), PLAN) == Checked(
        "There are 3 paragraphs in “Plan.docx”, so there is no ¶ 4."
    )
    alone = DocumentRead("Plan.docx", ("One",), False, ("One",))
    assert checked(Citation("E-001", None, 2), alone).objection.startswith("There is 1 paragraph in “Plan.docx”")


def test_a_quote_that_stands_on_many_pages_is_said_to_stand_on_some() -> None:
    read = DocumentRead("Pack.pdf", ("none", *["a vacancy"] * 5), True)
    assert checked(Citation("E-001", 1, None, "vacancy"), read).objection.endswith("on pages 2, 3, 4 and others.")


def test_of_what_was_read_in_part_nothing_is_said_of_the_rest() -> None:
    part = DocumentRead("Plan.docx", ("One",), False, ("One",), whole=False)
    assert checked(Citation("E-001", None, 2), part) == Checked()
    assert checked(Citation("E-001", None, None, "two"), part) == Checked(
        "“two” stands nowhere in what could be read of “Plan.docx”."
    )
    pack = DocumentRead("Pack.pdf", ("One",), True, whole=False)
    assert checked(Citation("E-001", 1, None, "two"), pack).objection.endswith(
        ", nor on any other page that could be read."
    )


def test_what_has_no_words_is_not_objected_to_and_said_not_to_be_checked() -> None:
    scan = DocumentRead("Scan.pdf", ("", "words"), True)
    assert checked(Citation("E-001", 1, 3), scan) == Checked(
        unchecked="The words of page 1 of “Scan.pdf” could not be read, so what is cited was not checked."
    )
    assert checked(Citation("E-001", None, None, "fell"), DocumentRead("Ward.jpg")).unchecked.startswith(
        "The words of “Ward.jpg” could not"
    )


def test_figures_at_the_ends_of_two_paragraphs_are_two() -> None:
    read = DocumentRead("Pack.pdf", ("in 2023\n5 wards",), True, ("in 2023", "5 wards"))
    assert checked(Citation("E-001", 1, 2, "2023 5 wards"), read) == Checked()


def test_a_long_quote_is_cut_in_a_sentence_about_it() -> None:
    sentence = checked(Citation("E-001", 2, None, "nowhere " * 30), PACK).objection
    assert sentence.startswith("“nowhere nowhere")
    assert len(sentence) < 160


def test_a_page_that_is_not_there_is_said_so() -> None:
    assert no_such_page("Pack.pdf", 3, 3) == ""
    assert no_such_page("Pack.pdf", 2, 1) == "“Pack.pdf” has 1 page, so there is no page 2 in it."
    assert no_such_page("Pack.pdf", 1_500, 1_200).startswith("“Pack.pdf” has 1,200 pages, so there is no page 1,500")
