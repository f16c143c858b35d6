"""The list for the trust's liaison holds what was asked and nothing of the notes."""

import datetime as dt

import msgspec
import pytest

from tests.unit.inspection.test_response_times import TODAY, request
from wellled_desktop.inspection.decisions import UNDONE
from wellled_desktop.inspection.liaison import WITHHELD, LiaisonRow, liaison_list, quotes
from wellled_desktop.inspection.read_models import Answer, Request, RequestList


def asking(words: str, one: Request) -> Request:
    return msgspec.structs.replace(one, asked_for=words)


def test_what_is_waited_for_stands_first_the_longest_waiting_on_top() -> None:
    asked = RequestList(
        (
            request(1, 16, "received", 18),
            request(2, 24),
            request(3, 20, "partial", due=23),
            request(4, 10, "withdrawn", 11),
            request(5, 25),
        ),
        (),
        (Answer("r1", "e1", "E-001", dt.date(2026, 11, 17)),),
    )
    rows = liaison_list(asked, {}, {}, TODAY, dt.UTC).rows
    assert [(one.ref, one.state, one.age) for one in rows] == [
        ("R-003", "received in part, past its day", "5 days"),
        ("R-002", "open", "1 day"),
        ("R-005", "open", "today"),
        ("R-001", "received", "1 day"),
        ("R-004", "no longer needed", "1 day"),
    ]


def test_a_row_has_only_what_the_trust_was_told_anyway() -> None:
    one = asking("The complaints log", request(1, 16, due=30))
    (row,) = liaison_list(RequestList((one,), ()), {}, {}, TODAY).rows
    assert row == LiaisonRow(
        "R-001",
        "The complaints log",
        "company secretary",
        dt.date(2026, 11, 16),
        dt.date(2026, 11, 30),
        "open",
        "9 days",
    )
    assert "SECRET" not in msgspec.json.encode(row).decode()


def test_what_was_taken_back_with_undo_was_never_asked() -> None:
    gone = msgspec.structs.replace(request(1, 16, "withdrawn"), state_reason=UNDONE)
    assert liaison_list(RequestList((gone,), ()), {}, {}, TODAY).rows == ()


def test_words_of_the_note_are_withheld_and_named_and_the_frameworks_own_are_not() -> None:
    note = "We answer every complaint within 25 working days, every time."
    copied = asking("Proof that they answer every complaint within 25 working days", request(1, 16))
    framework = asking("Complaints answered within 25 working days every time", request(2, 16))
    asked = RequestList((copied, framework), ())
    notes = {"r1": (note,), "r2": (note, "complaints answered within 25 working days every time")}
    made = liaison_list(asked, notes, {"W7.E2": framework.asked_for}, TODAY)
    assert made.withheld == ("R-001",)
    assert [one.asked_for for one in made.rows] == [WITHHELD, framework.asked_for]


@pytest.mark.parametrize(
    ("asked_for", "note", "alike"),
    [
        ("The log", "The log of complaints", False),
        ("Is it so: nobody came back?", "Nobody came back", True),
        ("Rota", "Rota", False),
        ("", "Nobody came back", False),
        ("The rota of Ward 12 at night, please", "there is no rota of ward 12 at night", True),
    ],
)
def test_five_words_in_a_row_or_all_of_a_short_note_are_a_quotation(asked_for: str, note: str, alike: bool) -> None:
    assert quotes(asked_for, note) is alike
