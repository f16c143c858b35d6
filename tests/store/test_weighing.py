"""Evidence in full, attachments, reading plan, findings, own nodes, judgements, outcomes: what is kept and what is refused."""

import datetime as dt
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from tests.store.conftest import KEY, WRITER, HandClock
from tests.store.tampered import checked
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions import weighing as decisions
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.read_models import EvidenceEntry
from wellled_desktop.store import node_reading, reading, weighing_reading
from wellled_desktop.store.store import Store

DAY = dt.date(2026, 11, 23)
HASH = "0" * 64


@pytest.fixture(autouse=True)
def an_entry(store: Store) -> None:
    store.execute(c.MakeRequest("r1", "The survey"))
    store.execute(
        c.RecordEvidence("e1", "Survey", "survey", nodes=("W1.1", "W1.E2"), other_way=("W1.1",), request="r1")
    )


def entry(store: Store) -> EvidenceEntry:
    (found,) = store.read(reading.evidence_entries)
    assert store.read(node_reading.evidence_log) == (found,)
    return found


def test_an_entry_says_for_which_node_it_points_the_other_way(store: Store) -> None:
    assert (entry(store).nodes, entry(store).other_way) == (("W1.1", "W1.E2"), ("W1.1",))
    assert (entry(store).request, entry(store).received_on, entry(store).period) == ("r1", None, "")


def test_an_entry_is_changed_field_by_field(store: Store) -> None:
    command = c.AmendEntry(
        "e1", period="2025", received_on=DAY, received_how="on a stick", nodes=("W1.E1",), request=""
    )
    changes = store.execute(command)
    assert [one.kind for one in changes] == ["evidence-amended"] * 4 + ["evidence-linked"]
    found = entry(store)
    assert (found.period, found.received_on, found.received_how) == ("2025", DAY, "on a stick")
    assert (found.nodes, found.other_way, found.request) == (("W1.E1",), (), None)
    assert store.execute(command) == ()


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (c.AmendEntry("e1", title="  "), "needs a title"),
        (c.AmendEntry("e1", nodes=("W1.1",), other_way=("W1.E1",)), "not linked to"),
        (c.RecordEvidence("e2", "x", "document", nodes=("W1.1",), other_way=("W1.E1",)), "not linked to"),
        (c.AmendEntry("e1", request="r9"), "no request"),
        (c.AmendEntry("e9", title="x"), "no evidence entry"),
        (c.AttachFile("a1", "e9", HASH, 1, "x"), "no evidence entry"),
        (c.AttachFile("a1", "e1", "nonsense", 1, "x"), "not kept in the vault"),
        (c.AttachFile("a1", "e1", HASH, -1, "x"), "not kept in the vault"),
        (c.RetractAttachment("a9", "wrong"), "no attachment"),
        (c.PlanReading("d1", "e9", 1, 2), "no evidence entry"),
        (c.PlanReading("d1", "e1", 3, 2), "first page"),
        (c.PlanReading("d1", "e1", 0, 2), "first page"),
        (c.SetReading("d9", "read"), "no pages"),
        (c.RecordFindings("x", (c.NewFinding("f1", "", "words"),)), "needs a service"),
        (c.RecordFindings("x", (c.NewFinding("f1", "Surgery", "words", "W9.9"),)), "not in this inspection"),
        (c.LinkFinding("f9", "W1.1"), "no service-level finding"),
        (c.AddLocalNode("n1", "W1.1", "prompt", "And?"), "not a KLOE"),
        (c.AddLocalNode("n1", "W1", "prompt", " "), "needs words"),
        (c.AmendLocalNode("n9", "And?"), "was added"),
        (c.SetJudgement("W1.E1", "strength", "x"), "neither a KLOE nor a prompt"),
        (c.SetJudgement("chief-executive", "strength", "x"), "neither a KLOE nor a prompt"),
        (c.SetJudgement("W1.1", "strength", "x" * 601), "600 characters at most, and this one 601"),
        (c.RecordOutcome("o1", "W1.1", "s", "x", "enough"), "not a KLOE"),
        (c.RecordOutcome("o1", "W1", "s", "x", "drop"), "with a reason"),
        (c.RecordOutcome("o1", "W1", "s", "x", "find more", request="r9"), "no request"),
        (c.RecordOutcome("o1", "W1", "s", "x", "find more", question="q9"), "no question"),
        (c.WithdrawOutcome("o9"), "no outcome"),
        (c.ChangeTrustTypes((), "x"), "at least one type"),
        (c.ChangeTrustTypes(("community",), " "), "with a reason"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(store: Store, command: c.Command, sentence: str) -> None:
    before = entry(store)
    with pytest.raises((RuleBroken, NotFound), match=sentence):
        store.execute(command)
    assert entry(store) == before


def test_nothing_is_attached_to_an_entry_that_is_retracted(store: Store) -> None:
    store.execute(c.RetractEntry("e1", "not ours"))
    with pytest.raises(RuleBroken, match="E-001 is retracted, so nothing was attached to it; put it back first"):
        store.execute(c.AttachFile("a1", "e1", HASH, 1, "x"))
    store.execute(c.RestoreEntry("e1", "ours after all"), c.AttachFile("a1", "e1", HASH, 1, "x"))
    assert [one.name for one in store.read(partial(weighing_reading.attachments, entry_id="e1"))] == ["x"]


def test_what_is_there_already_is_not_recorded_again(store: Store) -> None:
    once = (
        c.AttachFile("a1", "e1", HASH, 1, "x"),
        c.PlanReading("d1", "e1", 1, 2),
        c.AddLocalNode("n1", "W1", "prompt", "And?"),
        c.RecordOutcome("o1", "W1", "s", "x", "enough"),
    )
    store.execute(*once)
    for command in once:
        with pytest.raises(RuleBroken, match="nothing was recorded again"):
            store.execute(command)


def test_attachments_are_found_by_entry_and_by_content(store: Store) -> None:
    store.execute(c.AttachFile("a1", "e1", HASH, 12, "su\x00rvey.pdf", "application/pdf", "shows the board"))
    (one,) = store.read(partial(weighing_reading.attachments, entry_id="e1"))
    assert (one.entry_ref, one.name, one.size, one.necessity) == ("E-001", "su\ufffdrvey.pdf", 12, "shows the board")
    assert store.read(partial(weighing_reading.attached_with, sha256=HASH)) == (one,)
    store.execute(c.RetractAttachment("a1", "twice"))
    assert store.read(partial(weighing_reading.attached_with, sha256=HASH)) == ()


def test_the_reading_plan_is_by_entry_and_page(store: Store) -> None:
    store.execute(c.PlanReading("d2", "e1", 41, 80, " B. Inspector "), c.PlanReading("d1", "e1", 1, 40))
    store.execute(c.SetReading("d1", "read"), c.PlanReading("d3", "e1", 81, 81), c.WithdrawReading("d3"))
    plan = store.read(weighing_reading.reading_parts)
    assert [(one.pages, one.reader, one.state) for one in plan] == [
        ("p. 1–40", "", "read"),
        ("p. 41–80", "B. Inspector", "to read"),
    ]
    assert store.read(partial(weighing_reading.reading_parts, part_id="d3", withdrawn=True))[0].pages == "p. 81"


def test_pages_are_of_one_of_the_entrys_files(store: Store) -> None:
    store.execute(c.RecordEvidence("e2", "Survey", "survey"))
    store.execute(c.AttachFile("a1", "e1", HASH, 1, "Board pack.pdf"), c.AttachFile("a2", "e2", HASH, 1, "Survey.pdf"))
    store.execute(c.PlanReading("d1", "e1", 1, 40, attachment="a1"), c.PlanReading("d2", "e1", 41, 80))
    plan = store.read(weighing_reading.reading_parts)
    assert [(one.pages, one.file, one.attachment_id) for one in plan] == [
        ("p. 41–80", None, None),
        ("p. 1–40", "Board pack.pdf", "a1"),
    ]
    with pytest.raises(RuleBroken, match="attached to another evidence entry"):
        store.execute(c.PlanReading("d3", "e1", 1, 2, attachment="a2"))
    with pytest.raises(NotFound, match="no attachment “a9”"):
        store.execute(c.PlanReading("d3", "e1", 1, 2, attachment="a9"))


def test_a_finding_that_is_there_already_is_not_doubled(store: Store) -> None:
    first = c.NewFinding("f1", "Maternity", "Stock was checked.", "W1.1", "strength", reported="May 2026")
    store.execute(c.RecordFindings("reports.xlsx", (first,)))
    again = (c.NewFinding("f2", "Maternity", "Stock was checked."), c.NewFinding("f3", "Surgery", "Lists ran late."))
    assert [one.entity for one in store.execute(c.RecordFindings("again.xlsx", again))] == ["f3"]
    with pytest.raises(RuleBroken, match="in other words"):
        store.execute(c.RecordFindings("x", (c.NewFinding("f1", "Maternity", "Stock was not checked."),)))
    store.execute(c.LinkFinding("f1", "W1.E2", points_other_way=True))
    assert store.read(partial(weighing_reading.findings, node="W1.1")) == ()
    (found,) = store.read(partial(weighing_reading.findings, node="W1.E2"))
    assert (found.service, found.points_other_way, found.reported) == ("Maternity", True, "May 2026")
    store.execute(c.RetractFindings(("f1",), "another trust"))
    assert [one.id for one in store.read(weighing_reading.findings)] == ["f3"]


def test_a_retracted_finding_can_be_taken_over_again_and_is_not_doubled_by_restoring_it(store: Store) -> None:
    def standing() -> list[str]:
        return sorted(one.id for one in store.read(weighing_reading.findings))

    for identifier in ("f1", "f2"):
        store.execute(c.RecordFindings("x", (c.NewFinding(identifier, "Maternity", "Stock was checked."),)))
        store.execute(c.RetractFindings((identifier,), "wrong columns"))
    store.execute(c.RecordFindings("x", (c.NewFinding("f3", "Maternity", "Stock was checked.", "W1.1"),)))
    assert standing() == ["f3"]
    with pytest.raises(RuleBroken, match="stays retracted"):
        store.execute(c.RestoreFindings(("f1",), "right"))
    store.execute(c.RetractFindings(("f3",), "wrong"))
    assert [one.entity for one in store.execute(c.RestoreFindings(("f1", "f2"), "right"))] == ["f1"]
    assert standing() == ["f1"]


def test_what_the_team_adds_has_a_number_and_can_be_linked_and_judged(store: Store) -> None:
    store.execute(c.AddLocalNode("n1", "W1", "prompt", "By night?"), c.AddLocalNode("n2", "W1", "evidence", "The log."))
    assert [one.node for one in store.read(weighing_reading.local_nodes)] == ["W1.L1", "W1.L2"]
    store.execute(c.SetEvidenceState("W1.L2", "gathered"), c.SetJudgement("W1.L1", None, "Not yet."))
    store.execute(c.AmendEntry("e1", nodes=("W1.L1",)))
    store.execute(c.RetractLocalNode("n1", "asked already"))
    assert [one.node for one in store.read(weighing_reading.local_nodes)] == ["W1.L2"]
    assert entry(store).nodes == ("W1.L1",)
    store.execute(c.AddLocalNode("n3", "W1", "prompt", "By day?"))
    assert store.read(weighing_reading.local_nodes)[-1].node == "W1.L3"


def test_a_judgement_is_a_text_and_which_way_it_leans(store: Store) -> None:
    store.execute(c.SetJudgement("W1", "balanced", "Seen, not heard."), c.SetJudgement("W1.1", "strength", ""))
    found = store.read(weighing_reading.judgements)
    assert [(one.node, one.judgement, one.text) for one in found] == [
        ("W1", "balanced", "Seen, not heard."),
        ("W1.1", "strength", ""),
    ]
    store.execute(c.SetJudgement("W1.1", None, "  "))
    assert [one.node for one in store.read(weighing_reading.judgements)] == ["W1"]


def test_a_judgement_longer_than_the_limit_that_stood_before_it_can_still_be_leant_another_way_and_put_back(
    store: Store,
) -> None:
    long, since = "x" * 700, c.Since(dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC), "A. Inspector", DAY)
    store.execute(c.SetJudgement("W1.1", "strength", long, since))
    back = store.record(c.SetJudgement("W1.1", "concern", long)).undo
    store.execute(*back)
    assert [(one.judgement, len(one.text)) for one in store.read(weighing_reading.judgements)] == [("strength", 700)]
    with pytest.raises(RuleBroken, match="this one 701"):
        store.execute(c.SetJudgement("W1.1", "strength", f"{long}x"))


def test_outcomes_are_kept_by_day_and_those_withdrawn_apart(store: Store) -> None:
    store.execute(c.RecordOutcome("o1", "W1", "gap:W1.1", "Nothing yet.", "find more", request="r1"))
    store.execute(
        c.RecordOutcome("o2", "W1", "claim:l1", "No proof.", "drop", "said elsewhere"), c.WithdrawOutcome("o2")
    )
    (one,) = store.read(partial(weighing_reading.outcomes, day=dt.date(2026, 11, 24)))
    assert (one.subject, one.outcome, one.request) == ("gap:W1.1", "find more", "r1")
    assert store.read(partial(weighing_reading.outcomes, day=dt.date(2026, 11, 25))) == ()
    assert len(store.read(partial(weighing_reading.outcomes, withdrawn=True))) == 2


def test_outcomes_of_the_same_moment_are_told_in_the_order_recorded(store: Store) -> None:
    recorded = [f"o{at}" for at in (7, 3, 9, 1, 5)]
    store.execute(*(c.RecordOutcome(one, "W1", f"gap:W1.{one[1]}", "Nothing yet.", "enough") for one in recorded))
    told = store.read(weighing_reading.outcomes)
    assert len({one.recorded_at for one in told}) == 1
    assert [one.id for one in told] == recorded


def test_an_outcome_is_of_the_day_talked_about_and_stays_so_when_it_is_returned(store: Store) -> None:
    talked_about = dt.date(2026, 3, 12)
    store.execute(c.RecordOutcome("o1", "W1", "contradicted W1.1; ", "x", "enough", day=talked_about))
    store.execute(c.WithdrawOutcome("o1"))
    store.execute(c.ReturnOutcome("o1"))
    (one,) = store.read(partial(weighing_reading.outcomes, day=talked_about))
    assert (one.day, one.recorded_at.date()) == (talked_about, dt.date(2026, 11, 24))
    assert checked(store).sound


def test_an_outcome_recorded_before_there_was_a_day_to_name_is_of_the_day_of_recording(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fields_then(command: c.Command) -> dict[str, Any]:
        return {name: value for name, value in msgspec.to_builtins(command).items() if name != "day"}

    monkeypatch.setattr(decisions, "msgspec", SimpleNamespace(to_builtins=fields_then))
    store.execute(c.RecordOutcome("o1", "W1", "contradicted W1.1; ", "x", "enough"))
    (one,) = store.read(weighing_reading.outcomes)
    assert one.day == dt.date(2026, 11, 24)
    assert checked(store).sound


def test_the_trust_type_can_turn_out_another(store: Store) -> None:
    store.execute(c.ChangeTrustTypes(("mental-health", "community"), "they merged in May"))
    detail = store.read(reading.inspection_detail)
    assert detail is not None
    assert detail.trust_types == ("mental-health", "community")
    assert store.execute(c.ChangeTrustTypes(("mental-health", "community"), "again")) == ()


def test_what_stands_already_is_not_changed_again(store: Store) -> None:
    store.execute(
        c.AttachFile("a1", "e1", HASH, 1, "x", necessity="shows the board"),
        c.AttachFile("a2", "e1", "1" * 64, 1, "y"),
        c.RetractAttachment("a2", "twice"),
        c.PlanReading("d1", "e1", 1, 2),
        c.PlanReading("d2", "e1", 3, 4),
        c.WithdrawReading("d2"),
        c.RecordFindings(
            "x", (c.NewFinding("f1", "Maternity", "Checked.", "W1.1"), c.NewFinding("f2", "Dental", "Late."))
        ),
        c.RetractFindings(("f2",), "another trust"),
        c.AddLocalNode("n1", "W1", "prompt", "And?"),
        c.AddLocalNode("n2", "W1", "prompt", "So?"),
        c.RetractLocalNode("n2", "asked"),
        c.SetJudgement("W1", "balanced", "So far."),
        c.RecordOutcome("o1", "W1", "s", "x", "enough"),
        c.RecordOutcome("o2", "W1", "s", "x", "enough"),
        c.WithdrawOutcome("o2"),
    )
    again = (
        c.NoteNecessity("a1", "shows the board"),
        c.RetractAttachment("a2", "twice"),
        c.RestoreAttachment("a1", "right"),
        c.SetReading("d1", "to read"),
        c.WithdrawReading("d2"),
        c.LinkFinding("f1", "W1.1"),
        c.RestoreFindings(("f1",), "right"),
        c.RetractFindings(("f2",), "another trust"),
        c.AmendLocalNode("n1", "And?"),
        c.RetractLocalNode("n2", "asked"),
        c.RestoreLocalNode("n1", "right"),
        c.SetJudgement("W1", "balanced", "So far."),
        c.WithdrawOutcome("o2"),
        c.ReturnOutcome("o1"),
    )
    assert [store.execute(command) for command in again] == [()] * len(again)
    with pytest.raises(RuleBroken, match=r"W1\.L1 stands as it was"):
        store.execute(c.AmendLocalNode("n1", " "))
    # What was retracted together for one reason comes back together; what stood is no part of it.
    assert [one.entity for one in store.execute(c.RestoreFindings(("f1", "f2"), "right"))] == ["f2"]
    assert store.read(partial(weighing_reading.reading_parts, entry_id="e1"))[0].id == "d1"


def test_nothing_is_changed_of_an_inspection_that_was_not_created(tmp_path: Path) -> None:
    empty = Store(tmp_path / "empty.db", KEY, WRITER, HandClock())
    with pytest.raises(NotFound, match="not created yet"):
        empty.execute(c.ChangeTrustTypes(("acute",), "x"))
    empty.close()
