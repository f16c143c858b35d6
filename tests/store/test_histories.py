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
from wellled_desktop.inspection.words import EVIDENCE_STATES, LINE_TYPES, SESSION_KINDS, WEIGHTS
from wellled_desktop.store.store import Store
from wellled_desktop.store.verify import verify_file

sessions = some.sampled_from(["s1", "s2", "s3"])
lines = some.sampled_from([f"l{n}" for n in range(6)])
nodes = some.sampled_from(["W1", "W1.1", "W1.E1", "W1.E2", "W1.E2.1", "W9.9", ""])
tags = some.lists(nodes, max_size=3).map(tuple)
texts = some.text(max_size=40)
reasons = some.none() | texts
YEAR = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
starts = some.none() | some.integers(0, 525_600).map(lambda minutes: YEAR + dt.timedelta(minutes=minutes))
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
        some.lists(some.sampled_from(["chief-executive", "governors", "nobody"]), max_size=2).map(tuple),
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
    some.builds(c.RecordEvidence, some.uuids().map(str), texts, nodes=tags, remarks=texts),
    some.builds(
        c.SaveDraft, sessions, texts, some.sampled_from(LINE_TYPES), some.none() | texts, some.booleans(),
        some.sampled_from(WEIGHTS),
    ),
)  # fmt: skip
minutes_back_and_forth = some.floats(-30, 60, allow_nan=False)


@given(some.lists(some.tuples(command, minutes_back_and_forth), max_size=25))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_history_replays_to_the_same_tables(history: list[tuple[c.Command, float]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        clock = HandClock()
        store = Store(path, KEY, WRITER, clock)
        store.execute(create_inspection())
        refusals: list[str] = []
        for wanted, minutes in history:
            clock.pass_minutes(minutes)
            try:
                store.execute(wanted)
            except RuleBroken as refusal:
                refusals.append(str(refusal))
        assert_bases_are_right(store)
        store.close()
        assert all(sentence.endswith(".") for sentence in refusals), refusals
        assert verify_file(path, KEY).findings == ()
