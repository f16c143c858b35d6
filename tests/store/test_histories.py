"""Any history of commands, in any order: what is refused changes nothing, and the journal gives the tables."""

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.store.conftest import KEY, WRITER, HandClock
from tests.store.in_force import Tables, left_over, not_again, tables_of
from tests.store.packs import create_inspection
from tests.store.test_bases import assert_bases_are_right
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.inspection.words import (
    EVIDENCE_STATES,
    LINE_TYPES,
    QUESTION_STATES,
    REQUEST_STATES,
    SESSION_KINDS,
    WEIGHTS,
    WORRY_VERDICTS,
)
from wellled_desktop.store.store import Store
from wellled_desktop.store.verify import verify_file

sessions = some.sampled_from(["s1", "s2", "s3"])
lines = some.sampled_from([f"l{n}" for n in range(6)])
nodes = some.sampled_from(["W1", "W1.1", "W1.E1", "W1.E2", "W1.E2.1", "W9.9", ""])
tags = some.lists(nodes, max_size=3).map(tuple)
texts = some.text(max_size=40)
reasons = some.none() | texts
YEAR = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
times = some.integers(0, 525_600).map(lambda minutes: YEAR + dt.timedelta(minutes=minutes))
starts = some.none() | times
days = times.map(dt.datetime.date)
references = some.sampled_from(["R1", "R2", "R3"])
roles = some.lists(some.sampled_from(["chief-executive", "governors", "nobody"]), max_size=2).map(tuple)
entries, participants, questions, requests, tellings, worries, risks = (
    some.sampled_from([f"{letter}{n}" for n in range(3)]) for letter in "epqrtwk"
)
people = some.lists(
    some.builds(
        c.NewParticipant, some.uuids().map(str), some.sampled_from(["governors", "nobody"]), texts, some.none() | texts
    ),
    max_size=2,
).map(tuple)
command = some.one_of(
    some.builds(c.SetEvidenceState, nodes, some.sampled_from(EVIDENCE_STATES), reasons),
    some.builds(c.UnsetEvidenceState, nodes),
    some.builds(
        c.PlanSession,
        sessions,
        some.sampled_from(SESSION_KINDS),
        roles,
        people,
        texts,
        starts,
    ),
    some.builds(c.StartSession, sessions),
    some.builds(c.EndSession, sessions),
    some.builds(
        c.WriteLine, lines, sessions, texts, some.sampled_from(LINE_TYPES), some.none(), tags, some.booleans(),
        some.sampled_from(WEIGHTS),
    ),
    some.builds(
        c.AmendLine, lines, some.none() | texts, some.none() | some.sampled_from(LINE_TYPES), some.none() | some.just(""),
        some.none() | tags, some.none() | some.booleans(), some.none() | some.sampled_from(WEIGHTS),
        some.none() | some.booleans(), reasons,
    ),
    some.builds(c.RetractLine, lines, texts),
    some.builds(c.RestoreLine, lines, texts),
    some.builds(c.RecordEvidence, entries, texts, nodes=tags, remarks=texts),
    some.builds(c.RetractEntry, entries, texts),
    some.builds(c.RestoreEntry, entries, texts),
    some.builds(
        c.ChangeSession, sessions, some.none() | some.sampled_from(SESSION_KINDS), some.none() | roles, some.none() | texts,
        starts, some.none(), some.booleans(), some.none() | some.integers(-1, 2000), some.none() | texts,
    ),
    *(some.builds(one, sessions, texts) for one in (c.CancelSession, c.RestoreSession)),
    *(some.builds(one, sessions) for one in (
        c.WithdrawStart, c.PauseSession, c.WithdrawPause, c.ResumeSession, c.WithdrawResume, c.ReopenSession,
        c.SignOffSession, c.WithdrawSignOff,
    )),
    some.builds(
        c.AddParticipant, sessions,
        some.builds(c.NewParticipant, participants, some.just("governors"), texts, some.none() | texts),
    ),
    some.builds(c.ChangeParticipant, participants, some.none(), some.none() | texts, some.none() | texts),
    *(some.builds(one, participants) for one in (c.RemoveParticipant, c.ReturnParticipant)),
    some.builds(c.TakeFromHandwrittenNotes, sessions, times, times),
    some.builds(c.WithdrawHandwrittenNotes, sessions, some.none() | times, some.none() | times),
    some.builds(
        c.AnswerForm, sessions, some.sampled_from(["opening", "heads", "worries", "summary", "quorate", "none"]),
        some.one_of(some.none(), texts, some.integers(-1, 20), some.booleans(), some.lists(texts, max_size=4).map(tuple)),
    ),
    some.builds(
        c.AddQuestions, sessions,
        some.lists(some.builds(c.NewQuestion, questions, texts, texts, some.just("own"), some.none() | nodes), max_size=2)
        .map(tuple),
    ),
    some.builds(c.WithdrawQuestions, some.lists(questions, max_size=2).map(tuple)),
    some.builds(c.OrderSheet, sessions, some.lists(questions, max_size=3).map(tuple)),
    some.builds(c.SetQuestionState, questions, some.sampled_from(QUESTION_STATES)),
    some.builds(c.MakeRequest, requests, texts, texts, some.none() | nodes, some.none() | lines),
    some.builds(
        c.AmendRequest, requests, some.none() | texts, some.none() | texts, some.none() | nodes, some.none() | days,
        some.booleans(),
    ),
    some.builds(c.SetRequestState, requests, some.sampled_from(REQUEST_STATES), reasons),
    some.builds(c.PinConcern, lines),
    some.builds(c.UnpinConcern, lines, texts),
    some.builds(c.LogTelling, tellings, lines, texts, times, texts),
    some.builds(c.RecordReply, tellings, texts),
    *(some.builds(one, tellings, texts) for one in (c.RetractTelling, c.RestoreTelling)),
    some.builds(c.NoteWorry, worries, texts, some.none() | sessions, some.none() | lines),
    *(some.builds(one, worries, texts) for one in (c.RetractWorry, c.RestoreWorry)),
    some.builds(c.CompareWorry, worries, some.sampled_from(WORRY_VERDICTS), some.none() | risks, texts),
    some.builds(
        c.RecordRisks, texts,
        some.lists(some.builds(c.NewRisk, risks, references, texts), max_size=2).map(tuple),
    ),
    *(some.builds(one, some.lists(risks, max_size=3).map(tuple), texts) for one in (c.RetractRisks, c.RestoreRisks)),
    some.builds(
        c.SaveDraft, sessions, texts, some.sampled_from(LINE_TYPES), some.none() | texts, some.booleans(),
        some.sampled_from(WEIGHTS),
    ),
)  # fmt: skip
# Something of each kind to begin with: of commands alone few would find what they are about.
BEGINNING: tuple[c.Command, ...] = (
    c.PlanSession("s1", "interview", ("chief-executive",)),
    *(c.WriteLine(f"l{number}", "s1", f"Line {number}", tags=("W1.1",)) for number in range(3)),
    c.PlanSession("s2", "panel", ("governors",), planned_start=YEAR),
    c.StartSession("s2"),
    c.PauseSession("s2"),
    c.AddParticipant("s1", c.NewParticipant("p0", "governors", name="Jo")),
    c.AddQuestions("s1", (c.NewQuestion("q0", "Why?", "", "own"), c.NewQuestion("q1", "And?", "", "own"))),
    c.MakeRequest("r0", "The plan"),
    c.PinConcern("l0"),
    c.LogTelling("t0", "l0", "chief executive", YEAR),
    c.NoteWorry("w0", "Nights"),
    c.RecordRisks("register", (c.NewRisk("k0", "R1", "Nights"), c.NewRisk("k1", "R2", "Lifts"))),
    c.RecordEvidence("e0", "Minutes", "minutes", nodes=("W1.E1",)),
    c.SetEvidenceState("W1.E1", "requested"),
    c.AnswerForm("s1", "heads", 3),
)
minutes_back_and_forth = some.floats(-30, 60, allow_nan=False)


def _assert_as_it_was(before: Tables, after: Tables, now: Tables, *, undone: bool) -> None:
    assert (left_over(before, now) if undone else not_again(after, now)) == []


# How many of the last actions are taken back after each: mostly none, sometimes one, sometimes taken back and done again.
steps_back = some.sampled_from([0, 0, 0, 1, 2])


@given(some.lists(some.tuples(command, minutes_back_and_forth, steps_back), max_size=25))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_history_replays_to_the_same_tables(history: list[tuple[c.Command, float, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        clock = HandClock()
        store = Store(path, KEY, WRITER, clock)
        store.execute(create_inspection(), *BEGINNING)
        refusals: list[str] = []
        for wanted, minutes, back in history:
            clock.pass_minutes(minutes)
            before = tables_of(store) if back else {}
            try:
                undo = store.record(wanted).undo
            except RuleBroken as refusal:
                refusals.append(str(refusal))
                continue
            after = tables_of(store) if back else {}
            for step in range(back if undo else 0):
                clock.pass_minutes(1)
                undo = store.record(*undo).undo
                _assert_as_it_was(before, after, tables_of(store), undone=step % 2 == 0)
        assert_bases_are_right(store)
        store.close()
        assert all(sentence.endswith(".") for sentence in refusals), refusals
        assert verify_file(path, KEY).findings == ()
