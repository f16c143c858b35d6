"""Any history of commands, in any order: what is refused changes nothing, and the journal gives the tables."""

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.store.conftest import KEY, WRITER, HandClock
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
        some.none() | tags, some.none() | some.booleans(), some.none() | some.sampled_from(WEIGHTS), reasons,
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
        c.WithdrawStart, c.PauseSession, c.ResumeSession, c.ReopenSession, c.SignOffSession, c.WithdrawSignOff,
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
    some.builds(c.OrderSheet, sessions, some.lists(questions, max_size=3).map(tuple)),
    some.builds(c.SetQuestionState, questions, some.sampled_from(QUESTION_STATES)),
    some.builds(c.MakeRequest, requests, texts, texts, some.none() | nodes, some.none() | lines),
    some.builds(c.SetRequestState, requests, some.sampled_from(REQUEST_STATES), reasons),
    some.builds(c.PinConcern, lines),
    some.builds(c.UnpinConcern, lines, texts),
    some.builds(c.LogTelling, tellings, lines, texts, times, texts),
    some.builds(c.RecordReply, tellings, texts),
    some.builds(c.NoteWorry, worries, texts, some.none() | sessions, some.none() | lines),
    *(some.builds(one, worries, texts) for one in (c.RetractWorry, c.RestoreWorry)),
    some.builds(c.CompareWorry, worries, some.sampled_from(WORRY_VERDICTS), some.none() | risks, texts),
    some.builds(
        c.RecordRisks, texts,
        some.lists(some.builds(c.NewRisk, some.uuids().map(str), risks, texts), max_size=2).map(tuple),
    ),
    some.builds(
        c.SaveDraft, sessions, texts, some.sampled_from(LINE_TYPES), some.none() | texts, some.booleans(),
        some.sampled_from(WEIGHTS),
    ),
)  # fmt: skip
minutes_back_and_forth = some.floats(-30, 60, allow_nan=False)


# How many of the last actions are taken back after each: mostly none, sometimes one, sometimes taken back and done again.
steps_back = some.sampled_from([0, 0, 0, 1, 2])


@given(some.lists(some.tuples(command, minutes_back_and_forth, steps_back), max_size=25))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_history_replays_to_the_same_tables(history: list[tuple[c.Command, float, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        clock = HandClock()
        store = Store(path, KEY, WRITER, clock)
        store.execute(create_inspection())
        refusals: list[str] = []
        for wanted, minutes, back in history:
            clock.pass_minutes(minutes)
            try:
                undo = store.record(wanted).undo
                for _ in range(back):
                    undo = store.record(*undo).undo
            except RuleBroken as refusal:
                refusals.append(str(refusal))
        assert_bases_are_right(store)
        store.close()
        assert all(sentence.endswith(".") for sentence in refusals), refusals
        assert verify_file(path, KEY).findings == ()
