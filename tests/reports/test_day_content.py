"""What a day report says."""

import datetime as dt
from collections import Counter

import msgspec

from tests.reports.conftest import ReadDay
from tests.reports.texts import lines_of, words_of
from tests.store.conftest import HandClock
from tests.store.packs import tiny_pack
from wellled_desktop.inspection.commands import (
    AmendLine,
    LogTelling,
    MakeRequest,
    NewParticipant,
    PinConcern,
    PlanSession,
    RestoreLine,
    RetractLine,
    SetEvidenceState,
    SetRequestState,
    WriteLine,
)
from wellled_desktop.inspection.read_models import DayReport
from wellled_desktop.inspection.speaking import role_and_label
from wellled_desktop.reports.blocks import Block, Cover, Document, Facts, Heading, Line, Pointers, SmallHeading, Table
from wellled_desktop.reports.day_content import day_content
from wellled_desktop.reports.day_lines import INFERENCE, RESTORED
from wellled_desktop.store.store import Store

DAY_LATER = 24 * 60


def made(report: DayReport) -> Document:
    return day_content(report, tiny_pack(), made_at=report.head.at)


def section(document: Document, anchor: str) -> list[Block]:
    """The blocks from one heading to the next."""
    blocks = list(document.blocks)
    begin = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == anchor)
    end = next((n for n in range(begin + 1, len(blocks)) if isinstance(blocks[n], Heading)), len(blocks))
    return blocks[begin:end]


def table_rows(document: Document, anchor: str) -> dict[str, tuple[str, ...]]:
    tables = [block for block in section(document, anchor) if isinstance(block, Table)]
    return {row.cells[0]: row.cells for table in tables for row in table.rows}


def tally(document: Document) -> dict[str, str]:
    return dict(next(block for block in section(document, "left-out") if isinstance(block, Facts)).pairs)


def cover(document: Document) -> Cover:
    return next(block for block in document.blocks if isinstance(block, Cover))


def test_every_line_written_that_day_is_in_full_once(small: DayReport, content: Document) -> None:
    printed = Counter(block.ref for block in content.blocks if isinstance(block, Line))
    assert printed == Counter(line.ref for line in small.lines)
    assert len(printed) == 7


def test_a_line_under_two_nodes_is_in_full_under_the_first_and_by_id_under_the_other(content: Document) -> None:
    blocks = section(content, "W1")
    [pointers] = [block for block in blocks if isinstance(block, Pointers)]
    assert [(one.ref, one.place) for one in pointers.pointers] == [("S-01 l.1", "W1.1")]
    assert [one.ref for one in blocks if isinstance(one, Line)].count("S-01 l.1") == 1


def test_speakers_are_given_by_role_and_label_and_no_name_is_printed(content: Document) -> None:
    lines = lines_of(content)
    assert lines["S-01 l.1"].said == "Said by chief executive"
    assert lines["S-01 l.2"].said == "Said by staff governor (governors)"
    assert "Secretname" not in words_of(content)
    assert "The names of 1 participant: a session is coded by role" in words_of(content)


def test_an_inference_stands_apart_and_says_that_it_is_no_evidence(content: Document) -> None:
    blocks = section(content, "W1")
    place = next(n for n, block in enumerate(blocks) if isinstance(block, Line) and block.inference)
    assert blocks[place - 1] == SmallHeading(INFERENCE)
    line = blocks[place]
    assert isinstance(line, Line)
    assert line.said == INFERENCE
    evidence = [block.ref for block in content.blocks if isinstance(block, Line) and not block.inference]
    assert line.ref not in evidence


def test_marks_are_words(content: Document) -> None:
    lines = lines_of(content)
    assert lines["S-01 l.1"].marks == ("Claim, to be proved", "Strength")
    assert lines["S-01 l.2"].marks == ("Concern",)


def test_an_amended_line_shows_what_stood_before_and_the_reason(content: Document) -> None:
    line = lines_of(content)["S-01 l.4"]
    assert line.text == "Sixteen vacancies."
    [earlier] = line.earlier
    assert earlier.before == "Before: Six vacancies."
    assert earlier.change == "Amended on 24 November 2026, 09:30 by A. Inspector. Reason: misheard"


def test_an_amendment_of_speaker_and_type_says_what_they_were(
    store: Store, small: DayReport, read_day: ReadDay
) -> None:
    store.execute(AmendLine("l2", line_type="seen", speaker="p1", reason="wrong person"))
    [earlier] = lines_of(made(read_day()))["S-01 l.2"].earlier
    assert earlier.before == "Before: said by staff governor (governors)."


def test_two_amendments_each_show_what_they_changed(
    store: Store, small: DayReport, read_day: ReadDay, clock: HandClock
) -> None:
    clock.pass_minutes(5)
    store.execute(AmendLine("l4", "Sixty vacancies.", reason="read the paper"))
    earlier = lines_of(made(read_day()))["S-01 l.4"].earlier
    assert [one.before for one in earlier] == ["Before: Six vacancies.", "Before: Sixteen vacancies."]


def test_a_retracted_line_prints_as_retracted_with_its_reason(content: Document) -> None:
    line = lines_of(content)["S-01 l.5"]
    assert line.retracted == "Retracted on 24 November 2026, 09:30 by A. Inspector. Reason: wrong session"
    assert line.text == "Said in confidence."


def test_a_line_retracted_and_restored_prints_as_restored_with_both_reasons(
    store: Store, small: DayReport, clock: HandClock, read_day: ReadDay
) -> None:
    clock.pass_minutes(5)
    store.execute_signed([("B. Inspector", RestoreLine("l5", "it was this session"))])
    document = made(read_day())
    line = lines_of(document)["S-01 l.5"]
    assert line.retracted is None
    assert RESTORED in line.notes
    assert [one.change for one in line.earlier] == [
        "Retracted on 24 November 2026, 09:30 by A. Inspector. Reason: wrong session",
        "Restored on 24 November 2026, 11:40 by B. Inspector. Reason: it was this session",
    ]
    assert tally(document)["Restored"].startswith("1 of them")
    assert tally(document)["Retracted"].startswith("0 of them")


def test_what_was_retracted_and_restored_on_a_later_day_is_told_with_the_later_day(
    store: Store, small: DayReport, clock: HandClock, read_day: ReadDay
) -> None:
    clock.pass_minutes(DAY_LATER)
    store.execute(RetractLine("l2", "doubtful"))
    clock.pass_minutes(1)
    store.execute(RestoreLine("l2", "heard again"))
    line = lines_of(made(read_day()))["S-01 l.2"]
    assert [one.change for one in line.earlier] == [
        "Retracted on 25 November 2026, 11:35 by A. Inspector. Reason: doubtful",
        "Restored on 25 November 2026, 11:36 by A. Inspector. Reason: heard again",
    ]


def test_a_line_retracted_again_prints_as_retracted_and_tells_what_went_before(
    store: Store, small: DayReport, clock: HandClock, read_day: ReadDay
) -> None:
    clock.pass_minutes(1)
    store.execute(RestoreLine("l5", "too soon"))
    clock.pass_minutes(1)
    store.execute(RetractLine("l5", "wrong session after all"))
    document = made(read_day())
    line = lines_of(document)["S-01 l.5"]
    assert line.retracted == "Retracted on 24 November 2026, 11:37 by A. Inspector. Reason: wrong session after all"
    assert RESTORED not in line.notes
    assert [one.change.split(" on ")[0] for one in line.earlier] == ["Retracted", "Restored"]
    assert tally(document)["Restored"].startswith("0 of them")


def test_amendments_and_restorations_stand_in_the_order_they_were_made(
    store: Store, small: DayReport, clock: HandClock, read_day: ReadDay
) -> None:
    store.execute(RetractLine("l4", "in doubt"))
    clock.pass_minutes(1)
    store.execute(RestoreLine("l4", "checked"))
    clock.pass_minutes(1)
    store.execute(AmendLine("l4", "Sixty vacancies.", reason="read the paper"))
    earlier = lines_of(made(read_day()))["S-01 l.4"].earlier
    assert [one.change.split(" on ")[0] for one in earlier] == ["Amended", "Retracted", "Restored", "Amended"]
    assert [one.before for one in earlier] == ["Before: Six vacancies.", "", "", "Before: Sixteen vacancies."]


def test_a_line_written_later_says_by_how_long(content: Document) -> None:
    assert "Written 2 hours 5 minutes after the session ended" in lines_of(content)["S-01 l.7"].notes


def test_lines_without_a_tag_have_a_group_of_their_own(content: Document) -> None:
    refs = [block.ref for block in section(content, "not-linked") if isinstance(block, Line)]
    assert refs == ["S-01 l.5", "S-01 l.6"]


def test_the_session_table_gives_time_kind_role_place_and_inspectors(content: Document) -> None:
    row = table_rows(content, "sessions")["S-01"]
    assert row == (
        "S-01",
        "09:00\u201309:30",
        "Interview: Opening talk\nChief executive\nGovernors (staff governor)",
        "Board room",
        "Lead: A. Inspector\nNotes: B. Inspector",
        "7",
    )


def test_gathered_evidence_names_its_entries_and_other_states_stand_apart(content: Document) -> None:
    rows = table_rows(content, "evidence")
    assert rows["W1.E1"][3] == "E-001 Note of the board interviews\nReason: both interviews done"
    assert rows["W1.E2"][2] == "Requested"
    assert rows["W1.E2.1"][1:3] == ("Frameworks: Scheme of delegation", "Not held")
    assert rows["E-001"][1] == "Note of the board interviews\n2 pages"


def test_an_entry_of_an_earlier_day_is_shown_with_the_item_it_serves(
    store: Store, small: DayReport, read_day: ReadDay, clock: HandClock
) -> None:
    assert read_day().linked_entries == ()
    assert [one.ref for one in read_day("B. Inspector").evidence_entries] == []
    store.execute_signed([("B. Inspector", SetEvidenceState("W1.E1", "gathered", "read it"))])
    report = read_day("B. Inspector")
    assert [one.ref for one in report.linked_entries] == ["E-001"]
    assert table_rows(made(report), "evidence")["W1.E1"][3].startswith("E-001")


def test_open_requests_and_claims_are_listed(content: Document) -> None:
    assert table_rows(content, "requests")["W1.E2"][3] == "asked the company secretary"
    claim = table_rows(content, "claims")["S-01 l.1"]
    assert claim[1] == "We walk the wards weekly.\nStrength"
    assert claim[4] == "line-1-1"


def test_a_claim_of_an_earlier_day_is_in_full_with_its_speaker(
    store: Store, clock: HandClock, read_day: ReadDay
) -> None:
    clock.pass_minutes(-DAY_LATER)
    people = (NewParticipant("p9", "governors", "lead governor"),)
    store.execute(PlanSession("s9", "interview", ("governors",), people))
    store.execute(WriteLine("c1", "s9", "All visits are written up. " * 20, "said", "p9", claim=True))
    clock.pass_minutes(DAY_LATER)
    report = read_day()
    assert report.lines == ()
    row = table_rows(made(report), "claims")["S-01 l.1"]
    assert row[1] == ("All visits are written up. " * 20).strip()
    assert row[2].startswith("Said by lead governor (governors)\n23 November 2026")
    assert row[4] == ""


def test_the_cover_says_what_it_is_about_and_up_to_where(content: Document, small: DayReport) -> None:
    facts = dict(cover(content).facts)
    assert facts["Day"] == "Tuesday 24 November 2026, day 1 of 3"
    assert facts["Trust"] == "Example Vale NHS Trust (provider code RXX)"
    assert facts["Framework"] == f"Tiny, v0\nPinned as SHA-256 {small.inspection.framework_sha256[:16]}\u2026"
    assert facts["Complete to"].startswith(f"Journal entry {small.head.n} of this laptop")
    assert dict(cover(content).counts)["Note lines"] == "7"


def test_a_day_outside_the_inspection_is_said_to_be_so(small: DayReport) -> None:
    report = msgspec.structs.replace(small, day=dt.date(2026, 12, 1))
    assert dict(cover(made(report)).facts)["Day"] == (
        "Tuesday 1 December 2026\nThis day is outside the inspection\u2019s days, 24 to 26 November 2026."
    )


def test_a_role_with_one_holder_is_a_person_and_the_cover_says_so(content: Document) -> None:
    assert any("knows the person: chief executive." in caution for caution in cover(content).cautions)


def test_what_was_written_is_counted_against_what_prints(content: Document) -> None:
    assert tally(content)["Note lines"] == "7 written, 7 printed (said 4, seen 1, data 1, inference 1)"
    assert tally(content)["Retracted"].startswith("1 of them")


def test_a_report_of_one_inspector_leaves_out_the_others_and_says_so(
    store: Store, small: DayReport, read_day: ReadDay
) -> None:
    store.execute_signed([("B. Inspector", WriteLine("b1", "s1", "Mine alone.", "seen", tags=("W1.1",)))])
    store.execute(PlanSession("s2", "panel", ("governors",), lead="C. Inspector", planned_start=small.head.at))
    document = made(read_day("B. Inspector"))
    assert [line.text for line in lines_of(document).values()] == ["Mine alone."]
    assert "1 session of the day that B. Inspector neither led, took notes in nor wrote in." in words_of(document)
    assert "this is the report of B. Inspector" in words_of(document)
    assert table_rows(document, "sessions")["S-01"][5] == "1 of 8"


def test_kloes_with_nothing_that_day_are_named_without_blame(store: Store, read_day: ReadDay) -> None:
    assert "No lines of 24 November 2026 are linked to W1." in words_of(made(read_day()))


def test_a_day_with_nothing_still_makes_a_report(read_day: ReadDay) -> None:
    words = words_of(made(read_day()))
    assert "No session of this day is in the record." in words
    assert "No key-evidence item was marked as gathered on this day." in words
    assert "Nothing asked of the trust is outstanding." in words
    assert "No claim is open." in words


def test_the_last_block_is_the_journal_head_in_full(content: Document, small: DayReport) -> None:
    last = content.blocks[-1]
    assert isinstance(last, Facts)
    pairs = dict(last.pairs)
    assert (pairs["Laptop"], pairs["Entry"], pairs["SHA-256"]) == ("laptop-a", str(small.head.n), small.head.hash)


def test_everything_that_does_not_print_is_counted_with_the_reason(small: DayReport) -> None:
    report = msgspec.structs.replace(small, drafts=1, changed_elsewhere=2, replaced_states=3)
    words = words_of(day_content(report, tiny_pack(), made_at=small.head.at, replaced=4))
    assert "1 draft not yet committed as a line" in words
    assert "2 lines of other days or inspectors, amended, retracted or restored on this day" in words
    assert "3 states set on key evidence on this day and set again since" in words
    assert "The shapes of 4 characters" in words


def test_a_planned_session_shows_its_plan(store: Store, read_day: ReadDay, clock: HandClock) -> None:
    start = dt.datetime.fromtimestamp(clock.unix_ms / 1000, dt.UTC)
    store.execute(
        PlanSession("s1", "panel", ("governors",), planned_start=start, lead="A. Inspector", note_taker="A. Inspector")
    )
    row = table_rows(made(read_day()), "sessions")["S-01"]
    assert row[1] == "Planned 09:00\n(60 minutes)"
    assert row[4] == "Lead and notes: A. Inspector"


def test_a_long_claim_printed_above_is_only_begun_in_the_table(store: Store, read_day: ReadDay) -> None:
    store.execute(PlanSession("s1", "panel", ("governors",)), WriteLine("l1", "s1", "word " * 100, claim=True))
    claim = table_rows(made(read_day()), "claims")["S-01 l.1"][1]
    assert claim.endswith("word \u2026")
    assert len(claim) < 100


def test_a_label_that_repeats_the_role_is_said_once() -> None:
    assert role_and_label("a sample of governors", "governor") == "governor"
    assert role_and_label("consultants", "B") == "consultants (B)"
    assert role_and_label("chief executive", "") == "chief executive"
    assert role_and_label("trust chair", "chair") == "trust chair"
    assert role_and_label("nursing director/chief nurse", "chief nurse") == "chief nurse"
    assert role_and_label("Director of HR", "director of people") == "director of people (Director of HR)"
    assert role_and_label("head of nursing", "nurse K, band 6") == "nurse K, band 6 (head of nursing)"


def test_labels_with_a_comma_are_told_apart(store: Store, read_day: ReadDay) -> None:
    people = (NewParticipant("p1", "governors", "nurse A, stroke"), NewParticipant("p2", "governors", "nurse B"))
    store.execute(PlanSession("s1", "panel", ("governors",), people), WriteLine("l1", "s1", "Seen.", "seen"))
    assert table_rows(made(read_day()), "sessions")["S-01"][2] == "Panel\nGovernors (nurse A, stroke; nurse B)"


def test_requests_are_listed_with_their_numbers_before_items_without_one(store: Store, read_day: ReadDay) -> None:
    store.execute(
        PlanSession("s9", "interview", ("governors",)),
        WriteLine("c1", "s9", "Every visit is written up.", claim=True),
        MakeRequest("r1", "Visit notes", "company secretary", "W1.E1", "c1", dt.date(2026, 11, 26)),
        MakeRequest("r2", "Map of the sites"),
        SetRequestState("r2", "received", "by hand"),
        SetEvidenceState("W1.E2", "requested", "asked the chair"),
    )
    document = made(read_day())
    rows = table_rows(document, "requests")
    assert rows["R-001"][1:] == (
        "Visit notes",
        "Of company secretary\nFor W1.E1, S-01 l.1",
        "24 November 2026\nby A. Inspector\nDue 26 November 2026",
        "Open",
    )
    assert rows["R-002"][2:] == ("", "24 November 2026\nby A. Inspector", "Received\n24 November 2026\nby hand")
    assert rows["W1.E2"][3] == "asked the chair"
    assert section(document, "requests")[0].aside == "2 items"  # type: ignore[union-attr]
    assert ("Open requests", "2") in cover(document).counts


def test_immediate_concerns_come_first_with_their_log(store: Store, read_day: ReadDay) -> None:
    people = (NewParticipant("p9", "governors", "lead governor"),)
    told_at = dt.datetime(2026, 11, 24, 9, 20, tzinfo=dt.UTC)
    store.execute(
        PlanSession("s9", "interview", ("governors",), people),
        WriteLine("c1", "s9", "A patient is alone.", "said", "p9"),
        WriteLine("c2", "s9", "Another.", "seen"),
        PinConcern("c1"),
        PinConcern("c2"),
        LogTelling("t1", "c1", "chief nurse", told_at, "On my way."),
        LogTelling("t2", "c1", "medical director", told_at),
        RetractLine("c2", "wrong ward"),
    )
    document = made(read_day())
    headings = [block.anchor for block in document.blocks if isinstance(block, Heading)]
    assert headings[0] == "concerns"
    rows = table_rows(document, "concerns")
    assert rows["S-01 l.1"][1] == "A patient is alone."
    assert rows["S-01 l.1"][2].startswith("Said by lead governor (governors)\n24 November 2026, 09:00")
    assert rows["S-01 l.1"][3] == (
        "Chief nurse, 24 November 2026, 09:20, by A. Inspector. Reply: On my way.\n"
        "Medical director, 24 November 2026, 09:20, by A. Inspector. No reply recorded."
    )
    assert rows["S-01 l.2"][1] == "Retracted: Another."
    assert rows["S-01 l.2"][3] == "Nobody is recorded as told yet."


def test_with_no_immediate_concern_there_is_no_heading_for_any(content: Document) -> None:
    assert "concerns" not in [block.anchor for block in content.blocks if isinstance(block, Heading)]


def test_a_session_of_nobody_is_in_the_report_with_its_title(small: DayReport, store: Store, read_day: ReadDay) -> None:
    store.execute(PlanSession("s9", "observation", (), title="Reading at the hotel"))
    store.execute(WriteLine("l9", "s9", "E-001 p. 2 ¶ 3", "read"))
    words = words_of(day_content(read_day(), tiny_pack(), made_at=small.head.at))
    assert "Reading at the hotel" in words
    assert "E-001 p. 2 ¶ 3" in words
