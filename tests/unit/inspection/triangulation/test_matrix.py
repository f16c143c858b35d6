"""The matrix: what counts for a prompt, which way, and from how many people and sessions."""

from wellled_desktop.inspection.triangulation.matrix import Cell, PromptRow, matrix
from wellled_desktop.inspection.triangulation.proving import UnprovenClaim
from wellled_desktop.inspection.triangulation.rows import EntriesHeld, FindingsHeld, HeldRows, LinesHeld


def row(*lines: LinesHeld, entries: tuple[EntriesHeld, ...] = (), findings: tuple[FindingsHeld, ...] = ()) -> PromptRow:
    (found,) = matrix(("W3.2",), HeldRows(lines=lines, entries=entries, findings=findings), {})
    return found


def test_a_prompt_nobody_said_anything_on_has_a_row_too() -> None:
    assert matrix(("W3.1", "W3.2"), HeldRows(), {}) == (PromptRow("W3.1"), PromptRow("W3.2"))


def test_a_cell_says_how_many_support_and_how_many_point_the_other_way() -> None:
    found = row(
        LinesHeld("W3.2", "staff", False, 3, session=1, speaker=0),
        LinesHeld("W3.2", "staff", False, 1, session=2, speaker=0),
        LinesHeld("W3.2", "staff", True, 1, session=2, speaker=1),
        LinesHeld("W3.2", "executive", False, 2, session=3, speaker=0),
    )
    assert found.cells == {"executive": Cell(2, 0), "staff": Cell(4, 1)}
    assert list(found.cells) == ["executive", "staff"], "in the order of the matrix"
    assert (found.support, found.other_way, found.cells["staff"].in_all) == (6, 1, 5)


def test_entries_and_findings_count_beside_lines() -> None:
    found = row(
        LinesHeld("W3.2", "document", False, 1, session=1),
        entries=(
            EntriesHeld("W3.2", "minutes", False, 2),
            EntriesHeld("W3.2", "survey", True, 1),
            EntriesHeld("W3.2", "interview", False, 4),
            EntriesHeld("W3.E4", "policy", False, 1),
        ),
        findings=(FindingsHeld("W3.2", True, 2), FindingsHeld("W3.3", False, 1)),
    )
    assert found.cells == {"document": Cell(3, 0), "data": Cell(0, 1), "service-level-finding": Cell(0, 2)}


def test_what_is_linked_to_another_node_counts_there_only() -> None:
    assert row(LinesHeld("W3.E4.1", "staff", False, 1, session=1, speaker=0)) == PromptRow("W3.2")


def test_people_of_one_session_are_told_apart_and_of_two_sessions_too() -> None:
    found = row(
        LinesHeld("W3.2", "staff", False, 2, session=1, speaker=0),
        LinesHeld("W3.2", "staff", True, 1, session=1, speaker=0),
        LinesHeld("W3.2", "staff", False, 1, session=1, speaker=1),
        LinesHeld("W3.2", "staff", False, 1, session=2, speaker=0),
        LinesHeld("W3.2", "observation", False, 1, session=3),
    )
    assert (found.speakers, found.sessions, found.outside) == (3, frozenset((1, 2, 3)), False)


def test_a_document_read_or_a_figure_is_outside_of_the_session_it_was_noted_in() -> None:
    for source in ("document", "data"):
        found = row(LinesHeld("W3.2", source, False, 1, session=1))
        assert (found.sessions, found.outside) == (frozenset(), True)
    assert row(entries=(EntriesHeld("W3.2", "observation", False, 1),)).outside
    assert row(findings=(FindingsHeld("W3.2", False, 1),)).outside
    assert not row(entries=(EntriesHeld("W3.2", "interview", False, 1),)).outside


def test_claims_without_proof_stand_in_the_rows_they_are_linked_to() -> None:
    claim = UnprovenClaim("l1", "s1", "S-01 l.1", ())
    (other, found) = matrix(("W3.1", "W3.2"), HeldRows(), {"W3.2": [claim]})
    assert (other.unproven, found.unproven) == ((), (claim,))
