"""Writing lines, and changing them the way the record allows."""

import pytest

from tests.e2e.cli.program import PASSPHRASE, Program
from tests.store.conftest import HandClock
from wellled_desktop.inspection.commands import AmendLine, EndSession, RetractLine, WriteLine
from wellled_desktop.inspection.decisions import LONGEST_TEXT
from wellled_desktop.vault.library import Library


def texts(wellled: Program, inspection: str, *only: str) -> list[str]:
    return [one["text"] for one in wellled("line", "list", inspection, "--json", *only).done().json]


def replaced(what: str) -> str:
    return f"{what} could not be read as UTF-8; in the record each is replaced by \ufffd.\n"


def unshown(what: str, where: str = "S-01 l.1") -> str:
    return f"{what} that cannot be shown became \ufffd in {where}.\n"


def test_each_input_line_is_acknowledged_with_its_number_and_id(
    wellled: Program, inspection: str, session: str
) -> None:
    ran = wellled("line", "add", inspection, session, "-", typed=b"one\n  \ntwo\r\nthree").done()
    listed = wellled("line", "list", inspection, "--json").done().json
    assert ran.lines == [f"{one['ref']} {one['id']}" for one in listed]
    assert [one["text"] for one in listed] == ["one", "two", "three"]


def test_no_input_writes_nothing(wellled: Program, inspection: str, session: str) -> None:
    assert wellled("line", "add", inspection, session, "-").done().out == ""
    assert texts(wellled, inspection) == []


def test_a_refused_input_line_is_named_and_those_before_it_are_kept(
    wellled: Program, inspection: str, session: str
) -> None:
    typed = b"one\n\n" + b"x" * (LONGEST_TEXT + 1) + b"\nnever read\n"
    ran = wellled("line", "add", inspection, session, "-", typed=typed)
    assert ran.failed(1).startswith("Input line 3 was not written: The line is longer than a million characters")
    assert len(ran.lines) == 1
    assert texts(wellled, inspection) == ["one"]


def test_input_without_an_end_is_refused_before_it_fills_the_memory(
    wellled: Program, inspection: str, session: str
) -> None:
    ran = wellled("line", "add", inspection, session, "-", typed=b"one\n" + b"x" * (4 * LONGEST_TEXT + 10))
    assert ran.failed(1).startswith("Input line 2 is longer than a million characters")
    assert texts(wellled, inspection) == ["one"]


@pytest.mark.parametrize(
    ("typed", "kept", "said"),
    [
        (b"caf\xe9 closed\n", "caf\ufffd closed", replaced("1 character")),
        (b"nul\x00 and bell\x07\n", "nul\ufffd and bell\ufffd", unshown("2 characters")),
        (b"bell\x07 at caf\xe9\n", "bell\ufffd at caf\ufffd", replaced("1 character") + unshown("1 character")),
        ("a \ufffd of its own\n".encode(), "a \ufffd of its own", ""),
        ("\ufeffBOM first\n".encode(), "BOM first", ""),
        ("quo\u0301ted “words” 🏥\n".encode(), "quo\u0301ted “words” 🏥", ""),
        (b"\xff\xfe\xed\xa0\x80\n", "\ufffd\ufffd\ufffd\ufffd\ufffd", replaced("5 characters")),
        (b"x" * 100_000 + b"\n", "x" * 100_000, ""),
    ],
)
def test_what_cannot_be_kept_is_replaced_visibly(
    wellled: Program, inspection: str, session: str, typed: bytes, kept: str, said: str
) -> None:
    ran = wellled("line", "add", inspection, session, "-", typed=typed)
    assert ran.status == 0
    assert ran.err == said
    assert texts(wellled, inspection) == [kept]


def test_a_listing_says_who_spoke_and_how_it_is_marked(wellled: Program, inspection: str, session: str) -> None:
    marks = ("--speaker", "chief-executive", "--claim", "--concern")
    wellled("line", "add", inspection, session, "Wards are full.", *marks).done()
    heading, row = wellled("line", "list", inspection).done().lines
    told = dict(zip(heading.split("\t"), row.split("\t"), strict=True))
    assert (told["Speaker"], told["Marks"]) == ("chief-executive", "claim, concern")


def test_a_voice_and_what_points_the_other_way_are_written_and_listed(
    wellled: Program, inspection: str, session: str
) -> None:
    wellled("line", "add", inspection, session, "Nothing.", "--speaker", "nobody answered", "--other-way").done()
    heading, row = wellled("line", "list", inspection).done().lines
    told = dict(zip(heading.split("\t"), row.split("\t"), strict=True))
    assert (told["Speaker"], told["Marks"]) == ("nobody answered", "points the other way")


def test_debris_of_another_encoding_in_an_argument_is_replaced_visibly(
    wellled: Program, inspection: str, session: str
) -> None:
    ran = wellled("line", "add", inspection, session, "caf\udce9\x00 closed")
    assert (ran.status, ran.err) == (0, unshown("2 characters"))
    assert texts(wellled, inspection) == ["caf\ufffd\ufffd closed"]
    debris = wellled(
        "new", "--trust", "V\udce9le", "--provider-code", "RYY", "--trust-type", "acute", "--start", "2026-03-10"
    )
    assert "characters that cannot be shown" in debris.failed(1)


def test_lines_are_found_by_session_and_by_node(wellled: Program, inspection: str, session: str) -> None:
    other = wellled("session", "add", inspection, "--role", "governors", "--kind", "focus-group").done().out.split()[0]
    wellled("line", "add", inspection, session, "on the item", "--tag", "W4.E4").done()
    wellled("line", "add", inspection, other, "on its part", "--tag", "w4.e4.1").done()
    assert texts(wellled, inspection, "--node", "w4.e4") == ["on the item", "on its part"]
    assert texts(wellled, inspection, "--session", "s-2") == ["on its part"]
    assert texts(wellled, inspection, "--session", "1", "--node", "W4.E4.1") == []
    assert "is not in this inspection's framework" in wellled("line", "list", inspection, "--node", "W9.9").failed(3)


def test_a_line_is_amended_retracted_and_restored(wellled: Program, inspection: str, session: str) -> None:
    wellled("line", "add", inspection, session, "Three wards are shut.").done()
    assert wellled("line", "amend", inspection, "S-01 l.1", "Two wards are shut.").done().out == "S-01 l.1 amended\n"
    assert (
        wellled("line", "amend", inspection, "s-1.1", "Two wards are shut.")
        .done()
        .out.endswith("nothing was changed\n")
    )
    wellled("line", "retract", inspection, "S-01.1", "--reason", "another trust").done()
    assert "[retracted: another trust] Two wards are shut." in wellled("line", "list", inspection).done().out
    assert "is retracted; restore it" in wellled("line", "amend", inspection, "S-01.1", "One.").failed(1)
    wellled("line", "restore", inspection, "S-01.1", "--reason", "it was this one").done()
    (line,) = wellled("line", "list", inspection, "--json").done().json
    assert (line["retracted_at"], line["text"]) == (None, "Two wards are shut.")


def test_a_retraction_without_a_reason_is_wrong_usage(wellled: Program, inspection: str, session: str) -> None:
    wellled("line", "add", inspection, session, "One.").done()
    assert "--reason" in wellled("line", "retract", inspection, "S-01.1").failed(2)
    assert "only be retracted with a reason" in wellled(
        "line", "retract", inspection, "S-01.1", "--reason", " "
    ).failed(1)


def test_a_line_is_a_concern_or_a_strength(wellled: Program, inspection: str, session: str) -> None:
    ran = wellled("line", "add", inspection, session, "Both.", "--concern", "--strength")
    assert ran.failed(2) == "A line is a concern or a strength, not both; write two lines."


def test_a_speaker_is_one_of_the_room(wellled: Program, inspection: str, session: str) -> None:
    wellled("line", "add", inspection, session, "Said so.", "--speaker", "chief-executive").done()
    ran = wellled("line", "add", inspection, session, "Said so.", "--speaker", "governors")
    assert ran.failed(3) == "“governors” does not name one participant of S-01 (chief-executive)."


def test_somebody_else_may_sign(wellled: Program, inspection: str, session: str) -> None:
    wellled("line", "add", inspection, session, "Seen.", "--author", "B. Inspector").done()
    assert [one["author"] for one in wellled("line", "list", inspection, "--json").json] == ["B. Inspector"]


def test_what_cannot_be_shown_is_said_once_for_all_lines(wellled: Program, inspection: str, session: str) -> None:
    ran = wellled("line", "add", inspection, session, "-", typed=b"one\nt\x00wo\nth\x07ree\x1b\n")
    assert (ran.status, ran.err) == (0, unshown("3 characters", "2 lines, the first of them S-01 l.2"))


def test_what_cannot_be_shown_is_said_of_an_amendment(wellled: Program, inspection: str, session: str) -> None:
    wellled("line", "add", inspection, session, "One.").done()
    amended = wellled("line", "amend", inspection, "S-01.1", "One\x00.")
    assert (amended.status, amended.err) == (0, unshown("1 character"))
    assert texts(wellled, inspection) == ["One\ufffd."]
    wellled("line", "amend", inspection, "S-01.1", "One\x00.").done()


def test_a_listing_marks_what_became_of_a_line(wellled: Program, inspection: str, session: str) -> None:
    assert session
    clock = HandClock()
    (planned,) = wellled("session", "list", inspection, "--json").done().json
    vault = Library(wellled.library).unlock(PASSPHRASE)
    opened = vault.open_inspection(inspection, clock)
    opened.store.execute(*(WriteLine(f"l{number}", planned["id"], f"Line {number}.") for number in (1, 2, 3)))
    opened.store.execute(EndSession(planned["id"]))
    clock.pass_minutes(30)
    opened.store.execute(AmendLine("l1", "One.", reason="spelt out"), RetractLine("l2", "another trust"))
    opened.store.execute(WriteLine("l4", planned["id"], "Remembered later.", claim=True))
    opened.close()
    vault.close()
    heading, *rows = wellled("line", "list", inspection).done().lines
    place = heading.split("\t").index("Marks")
    assert [row.split("\t")[place] for row in rows] == ["amended", "retracted", "", "claim, written later"]
