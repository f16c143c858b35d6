"""Each rule of advice: when it speaks, what reason it gives, and what must not make it speak."""

import pytest

from wellled_desktop.inspection.triangulation import advice
from wellled_desktop.inspection.triangulation.matrix import Cell, PromptRow, matrix
from wellled_desktop.inspection.triangulation.proving import UnprovenClaim
from wellled_desktop.inspection.triangulation.rows import EntriesHeld, FindingsHeld, HeldRows, LinesHeld
from wellled_desktop.inspection.triangulation.sources import Source


def said(source: Source, session: int = 1, speaker: int = 0, *, count: int = 1, other_way: bool = False) -> LinesHeld:
    return LinesHeld("W3.2", source, other_way, count, session, speaker)


def noted(source: Source, session: int = 1, *, other_way: bool = False) -> LinesHeld:
    """Seen, read or counted: nobody said it."""
    return LinesHeld("W3.2", source, other_way, 1, session)


def row(*lines: LinesHeld, entries: tuple[EntriesHeld, ...] = (), findings: tuple[FindingsHeld, ...] = ()) -> PromptRow:
    (found,) = matrix(("W3.2",), HeldRows(lines=lines, entries=entries, findings=findings), {})
    return found


def reason(found: advice.Advice | None) -> str:
    return found.reason if found is not None else ""


def test_nothing_held_is_no_ground_for_advice() -> None:
    assert advice.advice_on(PromptRow("W3.2")) == ()


# Contradicted


def test_contradicted_says_how_many_stand_on_each_side_and_who_points_the_other_way() -> None:
    found = row(said("executive", count=2), said("staff", 2, other_way=True), noted("data", other_way=True))
    assert reason(advice.contradicted(found)) == "2 support it and 2 point the other way (staff, data)."
    found = row(said("executive"), said("executive", other_way=True))
    assert reason(advice.contradicted(found)) == "1 supports it and 1 points the other way (executive)."


def test_nothing_is_contradicted_that_all_point_the_same_way() -> None:
    assert advice.contradicted(row(said("executive"), said("staff", 2))) is None
    assert advice.contradicted(row(said("executive", other_way=True), said("staff", 2, other_way=True))) is None


@pytest.mark.parametrize(
    ("support", "other_way", "real"), [(10, 1, True), (11, 1, False), (1, 10, True), (1, 11, False), (129, 13, True)]
)
def test_a_smaller_side_of_less_than_a_tenth_of_the_larger_contradicts_nothing(
    support: int, other_way: int, real: bool
) -> None:
    """Each of the two speakers says both."""
    found = row(said("executive", count=support), said("executive", count=other_way, other_way=True))
    assert (advice.contradicted(found) is not None) is real


def test_however_few_contradict_when_they_are_all_that_a_source_says() -> None:
    many = said("staff", count=40)
    assert reason(advice.contradicted(row(many, noted("document", other_way=True)))) == (
        "40 support it and 1 points the other way (document); from document there is nothing else."
    )
    both = (said("executive", count=40, other_way=True), said("executive", other_way=False))
    assert advice.contradicted(row(*both)) is None
    assert advice.contradicted(row(*both, noted("data"))) is not None
    assert advice.contradicted(row(many, said("staff", other_way=True), noted("document"))) is None


# One source only


def test_one_source_only_whatever_the_number_of_lines_and_sessions() -> None:
    assert reason(advice.one_source_only(row(said("staff")))) == "The only one comes from one source: staff."
    found = row(said("senior-leader", 1), said("senior-leader", 2, count=3))
    assert reason(advice.one_source_only(found)) == "All 4 come from one source: senior leader."
    found = row(findings=(FindingsHeld("W3.2", False, 2),))
    assert reason(advice.one_source_only(found)) == "All 2 come from one source: service-level finding."


def test_the_same_words_twice_by_one_speaker_are_one_source() -> None:
    assert advice.one_source_only(row(said("staff", count=2))) is not None


def test_two_roles_in_one_session_are_two_sources() -> None:
    assert advice.one_source_only(row(said("executive", 1, 0), said("senior-leader", 1, 1))) is None


def test_documents_alone_are_told_as_such_and_not_as_one_source() -> None:
    assert advice.one_source_only(row(noted("document"))) is None


# One session only


def test_one_session_only_names_the_session() -> None:
    found = row(said("executive", 7, 0), said("governor", 7, 1), noted("observation", 7))
    assert reason(advice.one_session_only(found)) == "All of it was heard or seen in one session, S-07."


@pytest.mark.parametrize(
    "other", [said("executive", 8), noted("observation", 8), noted("document", 7), noted("data", 7)]
)
def test_another_session_or_something_written_is_another_place(other: LinesHeld) -> None:
    assert advice.one_session_only(row(said("executive", 7), other)) is None


def test_an_entry_or_a_finding_is_another_place_than_the_one_session() -> None:
    entry = EntriesHeld("W3.2", "external", False, 1)
    assert advice.one_session_only(row(said("staff"), entries=(entry,))) is None
    assert advice.one_session_only(row(said("staff"), findings=(FindingsHeld("W3.2", False, 1),))) is None
    assert advice.one_session_only(row(entries=(entry,))) is None


# Leaders only


def test_leaders_only_names_them() -> None:
    found = row(said("senior-leader"), said("executive", 2), noted("document"), noted("observation"))
    assert reason(advice.leaders_only(found)) == (
        "Only leaders speak of it (executive, senior leader); nobody from staff does."
    )


@pytest.mark.parametrize("source", ["staff", "governor", "public", "external"])
def test_one_voice_that_leads_nobody_is_enough(source: Source) -> None:
    assert advice.leaders_only(row(said("executive", count=9), said(source, 2))) is None


def test_leaders_only_is_about_people() -> None:
    assert advice.leaders_only(row(noted("document"), noted("data"))) is None


# Document only


def test_document_only() -> None:
    found = row(noted("document"), entries=(EntriesHeld("W3.2", "policy", False, 2),))
    assert reason(advice.document_only(found)) == (
        "It stands in documents; nobody has said it, and nothing was seen of it."
    )


@pytest.mark.parametrize("other", [said("staff"), noted("data"), noted("observation")])
def test_a_document_with_anything_beside_it_is_not_alone(other: LinesHeld) -> None:
    assert advice.document_only(row(noted("document"), other)) is None


# Claim without proof


def with_claims(*claims: UnprovenClaim) -> PromptRow:
    return PromptRow("W3.2", {"staff": Cell(1, 0)}, unproven=claims)


def test_a_claim_without_proof_is_named_with_what_could_prove_it_and_leads_to_its_line() -> None:
    found = advice.claim_without_proof(with_claims(UnprovenClaim("l1", "s1", "S-01 l.4", ("W3.E4", "W3.E7"))))
    assert found == advice.Advice(
        "W3.2",
        "claim without proof",
        "1 claim has nothing gathered or received that could prove it: S-01 l.4. S-01 l.4 could be proved by W3.E4, W3.E7.",
        "s1",
        "l1",
    )


def test_of_many_claims_the_first_three_are_named() -> None:
    found = with_claims(*(UnprovenClaim(f"l{at}", "s1", f"S-01 l.{at}", ()) for at in range(1, 6)))
    assert reason(advice.claim_without_proof(found)) == (
        "5 claims have nothing gathered or received that could prove them: S-01 l.1, S-01 l.2, S-01 l.3 and 2 more. "
        "For S-01 l.1 no item of the framework is named: write what would prove it."
    )
    assert advice.claim_without_proof(with_claims()) is None


def test_where_the_framework_names_nothing_that_is_said_and_no_item_is_guessed() -> None:
    found = reason(advice.claim_without_proof(with_claims(UnprovenClaim("l1", "s1", "S-01 l.4", ()))))
    assert found.endswith("S-01 l.4. No item of the framework is named: write what would prove it.")


def test_of_a_claim_that_something_is_asked_for_the_open_request_is_named() -> None:
    asked = UnprovenClaim("l1", "s1", "S-01 l.4", (), ("R-034 is open (asked of the chair on Tue 10 March).",))
    found = reason(advice.claim_without_proof(with_claims(asked)))
    assert found.endswith("S-01 l.4. For S-01 l.4, R-034 is open (asked of the chair on Tue 10 March).")


# Said by many, written nowhere


def test_said_by_many_and_written_nowhere() -> None:
    found = row(said("staff", 1, 0), said("staff", 1, 1), said("governor", 2, 0), noted("observation"))
    assert reason(advice.written_nowhere(found)) == "3 people speak of it; no document, data or report does."


def test_two_people_who_say_it_again_and_again_are_not_many() -> None:
    assert advice.written_nowhere(row(said("staff", 1, 0, count=9), said("staff", 1, 1, count=9))) is None


@pytest.mark.parametrize("source", ["document", "data"])
def test_what_many_say_and_something_written_says_too_is_written_somewhere(source: Source) -> None:
    many = [said("staff", 1, speaker) for speaker in range(5)]
    assert advice.written_nowhere(row(*many, noted(source))) is None
    assert advice.written_nowhere(row(*many, findings=(FindingsHeld("W3.2", False, 1),))) is None


def test_the_rules_speak_in_their_order() -> None:
    assert [one.rule for one in advice.advice_on(row(said("executive"), said("executive", other_way=True)))] == [
        "contradicted", "one source only", "one session only", "leaders only",
    ]  # fmt: skip
