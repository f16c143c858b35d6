"""What happens to a session once it is planned, its form, and all that is known of it."""

import datetime as dt
from typing import Any

import pytest

from tests.e2e.cli.program import Program


def shown(wellled: Program, inspection: str, session: str = "S-01") -> dict[str, Any]:
    found: dict[str, Any] = wellled("session", "show", inspection, session, "--json").done().json
    return found


def state(wellled: Program, inspection: str) -> object:
    return shown(wellled, inspection)["state"]


def test_a_session_runs_its_course(wellled: Program, inspection: str, session: str) -> None:
    for command, done, after in (
        ("start", "started", "under way"),
        ("pause", "paused", "paused"),
        ("resume", "resumed", "under way"),
        ("end", "ended", "ended"),
        ("sign-off", "signed off", "signed off"),
    ):
        assert wellled("session", command, inspection, session).done().out == f"S-01 {done}\n"
        assert state(wellled, inspection) == after
    assert wellled("session", "sign-off", inspection, session).done().out == (
        "S-01 was already so; nothing was changed\n"
    )
    told = shown(wellled, inspection)
    assert told["signed_off_by"] == "A. Inspector"
    assert len(told["pauses"]) == 1


def test_what_the_record_refuses_is_said_and_changes_nothing(wellled: Program, inspection: str, session: str) -> None:
    assert wellled("session", "pause", inspection, session).failed(1) == (
        "S-01 is not under way, so it cannot be paused."
    )
    assert "has not begun" in wellled("session", "end", inspection, session).failed(1)
    assert "has not ended" in wellled("session", "sign-off", inspection, session).failed(1)
    assert "There is no session “S-09”" in wellled("session", "pause", inspection, "S-09").failed(3)
    assert state(wellled, inspection) == "planned"


def test_what_is_planned_is_changed_and_the_rest_stays(wellled: Program, inspection: str, session: str) -> None:
    changed = ("--title", "First talk", "--place", "Room 9", "--lead", "A. Inspector", "--note-taker", "B. Inspector")
    ran = wellled("session", "change", inspection, session, "--at", "2026-03-11T09:00Z", "--minutes", "45", *changed)
    assert ran.done().out == "S-01 changed\n"
    told = shown(wellled, inspection)
    assert (told["title"], told["place"], told["lead"], told["note_taker"], told["planned_minutes"], told["day"]) == (
        "First talk", "Room 9", "A. Inspector", "B. Inspector", 45, "2026-03-11",
    )  # fmt: skip
    assert (told["kind"], told["roles"]) == ("interview", ["chief-executive"])
    wellled("session", "change", inspection, session, "--unplanned").done()
    assert shown(wellled, inspection)["planned_start"] is None
    both = wellled("session", "change", inspection, session, "--unplanned", "--at", "2026-03-11T09:00Z")
    assert "not both" in both.failed(2)
    assert "cheif-executive" in wellled("session", "change", inspection, session, "--role", "cheif-executive").failed(3)


def test_a_session_is_cancelled_with_a_reason_and_restored(wellled: Program, inspection: str, session: str) -> None:
    assert wellled("session", "cancel", inspection, session, "--reason", "ill").done().out == "S-01 cancelled\n"
    assert wellled("session", "list", inspection, "--json").done().json == []
    told = shown(wellled, inspection)
    assert (told["state"], told["cancelled_reason"]) == ("cancelled", "ill")
    assert wellled("session", "restore", inspection, session, "--reason", "well").done().out == "S-01 restored\n"
    assert state(wellled, inspection) == "planned"


def test_a_session_from_handwritten_notes_has_the_times_on_paper_and_its_lines_say_so(
    wellled: Program, inspection: str, session: str
) -> None:
    times = ("--began", "2026-03-10T10:15Z", "--ended", "2026-03-10T11:00Z")
    ran = wellled("session", "handwritten", inspection, session, *times)
    assert ran.done().out == "S-01 is from handwritten notes\n"
    wellled("line", "add", inspection, session, "Written up.").done()
    (line,) = wellled("line", "list", inspection, "--json").done().json
    assert line["from_handwritten_notes"] is True
    told = shown(wellled, inspection)
    assert (told["started_at"], told["ended_at"], told["state"]) == (
        "2026-03-10T10:15:00Z", "2026-03-10T11:00:00Z", "ended",
    )  # fmt: skip
    late = (dt.datetime.now(dt.UTC) + dt.timedelta(days=1)).isoformat()
    refused = wellled("session", "handwritten", inspection, session, "--began", "2026-03-10T10:15Z", "--ended", late)
    assert "in the future" in refused.failed(1)


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("opening-statement", ("yes",), True),
        ("opening-statement", ("No",), False),
        ("top-worries", ("Nights", "Lifts"), ["Nights", "Lifts"]),
        ("summary", ("Calm and open.",), "Calm and open."),
    ],
)
def test_a_field_of_the_form_is_answered_and_cleared(
    wellled: Program, inspection: str, session: str, field: str, typed: tuple[str, ...], kept: object
) -> None:
    assert wellled("session", "form", inspection, session, field, *typed).done().out == "S-01 answered\n"
    assert answers(wellled, inspection)[field] == kept
    assert wellled("session", "form", inspection, session, field, "--clear").done().out == "S-01 cleared\n"
    assert answers(wellled, inspection)[field] is None


def answers(wellled: Program, inspection: str) -> dict[str, object]:
    return {one["id"]: one["answer"] for one in wellled("session", "form", inspection, "S-01", "--json").done().json}


def test_a_head_count_is_a_number_of_a_focus_group(wellled: Program, inspection: str) -> None:
    wellled("session", "add", inspection, "--role", "governors", "--kind", "focus-group").done()
    wellled("session", "form", inspection, "S-01", "head-count", "14").done()
    assert answers(wellled, inspection)["head-count"] == 14
    assert "whole number" in wellled("session", "form", inspection, "S-01", "head-count", "many").failed(1)
    assert shown(wellled, inspection)["answers"][0]["answer"] == 14


def test_a_head_count_below_five_is_no_number_outside_the_form(wellled: Program, inspection: str) -> None:
    wellled("session", "add", inspection, "--role", "governors", "--kind", "focus-group").done()
    wellled("session", "form", inspection, "S-01", "head-count", "3").done()
    assert answers(wellled, inspection)["head-count"] == 3
    assert shown(wellled, inspection)["answers"][0]["answer"] == "fewer than five"
    assert "fewer than five" in wellled("session", "show", inspection, "S-01").done().out


def test_what_is_not_on_the_form_or_half_said_is_refused(wellled: Program, inspection: str, session: str) -> None:
    form = ("session", "form", inspection, session)
    assert "“head-count” is not a field of the form of S-01" in wellled(*form, "head-count", "3").failed(3)
    assert "--clear" in wellled(*form, "summary").failed(2)
    assert "--clear" in wellled(*form, "summary", "x", "--clear").failed(2)
    assert "quotation marks" in wellled(*form, "summary", "two", "words").failed(2)
    assert "Name the field" in wellled(*form, "--clear").failed(2)


def test_the_form_is_listed_with_its_answers(wellled: Program, inspection: str, session: str) -> None:
    wellled("session", "form", inspection, session, "top-worries", "Nights", "Lifts").done()
    head, *rows = wellled("session", "form", inspection, session).done().lines
    assert head.split("\t") == ["Field", "Label", "Kind", "Answer"]
    assert "top-worries\tTop three worries\tlist\tNights; Lifts" in rows


def test_a_session_is_shown_without_names(wellled: Program, inspection: str, session: str) -> None:
    wellled("session", "form", inspection, session, "summary", "Calm.").done()
    wellled("line", "add", inspection, session, "Said so.", "--speaker", "chief-executive").done()
    ran = wellled("session", "show", inspection, session).done()
    told = dict(row.split("\t") for row in ran.lines[1:])
    assert (told["State"], told["Roles"], told["Summary"], told["Lines"]) == (
        "under way",
        "chief executive",
        "Calm.",
        "1",
    )
    assert "Jo Invented" not in ran.out
    assert "Jo Invented" not in wellled("session", "show", inspection, session, "--json").done().out


def test_a_session_shows_the_shares_of_talk_and_what_is_nobodys(
    wellled: Program, inspection: str, session: str
) -> None:
    for words, speaker in (
        ("one two three", "chief-executive"),
        ("four", "several"),
        ("for a minute", "silence"),
        ("and again", "silence"),
    ):
        wellled("line", "add", inspection, session, words, "--speaker", speaker).done()
    ran = wellled("session", "show", inspection, session).done()
    told = dict(row.split("\t") for row in ran.lines[1:])
    assert told["Share of talk, by words"] == "chief executive 75 %; several 25 %"
    assert told["Nobody's talk"] == "2 lines of silence"
    assert shown(wellled, inspection)["unspoken"] == [{"voice": "silence", "lines": 2}]


def test_every_change_of_a_session_is_told_in_json(wellled: Program, inspection: str, session: str) -> None:
    session_id = shown(wellled, inspection)["id"]
    for command, rest, done in (
        ("cancel", ("--reason", "ill"), "cancelled"),
        ("restore", ("--reason", "well"), "restored"),
        ("change", ("--title", "Talk"), "changed"),
        ("change", ("--title", "Talk"), "nothing"),
        ("start", (), "started"),
        ("pause", (), "paused"),
        ("resume", (), "resumed"),
        ("form", ("summary", "Calm."), "answered"),
        ("end", (), "ended"),
        ("sign-off", (), "signed off"),
    ):
        told = wellled("session", command, inspection, session, *rest, "--json").done().json
        assert told == {"id": session_id, "ref": "S-01", "done": done}


def test_a_line_points_the_other_way_and_a_voice_may_speak(wellled: Program, inspection: str, session: str) -> None:
    for voice in ("several", "nobody-answered", "disagreement", "silence"):
        wellled("line", "add", inspection, session, "So.", "--speaker", voice, "--points-other-way").done()
    lines = wellled("line", "list", inspection, "--json").done().json
    assert [line["speaker"] for line in lines] == ["several", "nobody-answered", "disagreement", "silence"]
    assert all(line["points_other_way"] for line in lines)


def test_what_follows_from_a_session_is_told_in_json(wellled: Program, inspection: str, session: str) -> None:
    wellled("line", "add", inspection, session, "Two nurses for 28.", "--concern", "--claim").done()
    (line,) = wellled("line", "list", inspection, "--json").done().json
    pinned = ("concern", "pin", inspection, "S-01.1", "--json")
    assert wellled(*pinned).done().json == {"id": line["id"], "ref": "S-01 l.1", "done": "pinned"}
    assert wellled(*pinned).done().json["done"] == "nothing"
    assert wellled("concern", "tell", inspection, "S-01.1", "chief nurse", "--json").done().json["ref"] == "S-01 l.1"
    made = wellled("request", "make", inspection, "The rota", "--line", "S-01.1", "--json").done().json
    assert made["ref"] == "R-001"
    told = wellled("request", "set", inspection, "R-001", "received", "--json").done().json
    assert told == {"id": made["id"], "ref": "R-001", "state": "received", "changed": True}
    worry = wellled("worry", "add", inspection, "Nights", "--session", session, "--json").done().json
    told = wellled("worry", "compare", inspection, worry["id"], "missing", "--json").done().json
    assert told == {"id": worry["id"], "verdict": "missing", "changed": True}
    drawn = wellled("sheet", "draw", inspection, "--date", "2026-03-10", "--json").done().json
    assert set(drawn) == {"questions", "sheets", "sessions"}
