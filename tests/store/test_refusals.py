"""What the record refuses: each time one sentence that ends, and nothing written."""

import datetime as dt

import msgspec
import pytest

from tests.store.conftest import HandClock
from tests.store.packs import create_inspection
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.creating import as_recorded
from wellled_desktop.inspection.decisions import LONGEST_TEXT, decide
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.store import reading
from wellled_desktop.store.journal import read_head
from wellled_desktop.store.store import Store

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


@pytest.fixture
def busy(store: Store) -> Store:
    """A session under way with a line of now, and a planned session that has not begun."""
    store.execute(
        c.PlanSession("s1", "interview", ("chief-executive",), (c.NewParticipant("p1", "chief-executive"),)),
        c.WriteLine("l1", "s1", "We walk the wards."),
        c.WriteLine("l2", "s1", "Taken back."),
        c.RetractLine("l2", "said in confidence"),
        c.PlanSession("s2", "panel", ("governors",)),
    )
    return store


REFUSED: list[tuple[c.Command, str]] = [
    (create_inspection(), "already been created"),
    (c.SetEvidenceState("W9.E9", "gathered"), "“W9.E9” is not a key-evidence item"),
    (c.SetEvidenceState("x" * 60, "gathered"), "…” is not a key-evidence item"),
    (c.PlanSession("s1", "interview", ("governors",)), "already in the record"),
    (c.PlanSession("s3", "interview", ()), "at least one role"),
    (c.PlanSession("s3", "interview", ("nobody",)), "is not a role"),
    (c.PlanSession("s3", "panel", ("governors",), (c.NewParticipant("p", "W1.1"),)), "is not a role"),
    (c.PlanSession("s3", "panel", ("governors",), planned_start=NOON.replace(tzinfo=None)), "needs its time zone"),
    (c.StartSession("s9"), "There is no session"),
    (c.EndSession("s2"), "has not begun"),
    (c.WriteLine("l1", "s1", "again"), "already in the record"),
    (c.WriteLine("l3", "s1", " \n\t "), "needs some words"),
    (c.WriteLine("l3", "s1", "x" * (LONGEST_TEXT + 1)), "longer than a million"),
    (c.WriteLine("l3", "s1", "words", tags=("chief-executive",)), "nothing can be linked"),
    (c.WriteLine("l3", "s1", "words", speaker="p9"), "not among the participants"),
    (c.AmendLine("l9", "words"), "There is no line"),
    (c.AmendLine("l2", "words"), "restore it before"),
    (c.AmendLine("l1", speaker="p9"), "not among the participants"),
    (c.RetractLine("l1", " "), "only be retracted with a reason"),
    (c.RestoreLine("l2", ""), "only be restored with a reason"),
    (c.RecordEvidence("e1", " ", "document"), "needs a title"),
    (c.SaveDraft("s1", "x" * (LONGEST_TEXT + 1)), "longer than a million"),
]


@pytest.mark.parametrize(("command", "words"), REFUSED, ids=[f"{type(one).__name__}: {said}" for one, said in REFUSED])
def test_a_refusal_is_one_sentence_and_changes_nothing(busy: Store, command: c.Command, words: str) -> None:
    before = busy.read(lambda connection: read_head(connection, busy.writer.device))
    with pytest.raises(RuleBroken) as refusal:
        busy.execute(command)
    assert words in str(refusal.value)
    assert str(refusal.value).endswith(".")
    assert len(str(refusal.value)) < 250
    assert busy.read(lambda connection: read_head(connection, busy.writer.device)) == before


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"trust_name": "  "}, "name of the trust"),
        ({"trust_types": ()}, "at least one trust type"),
        ({"days": 0}, "at least one day"),
    ],
)
def test_an_inspection_needs_its_facts(change: dict[str, object], words: str, store: Store) -> None:
    class Nothing:
        """An empty record."""

        def inspection(self) -> None:
            return None

    command = msgspec.structs.replace(create_inspection(), **change)
    with pytest.raises(RuleBroken, match=words):
        decide(command, Nothing(), NOON)  # type: ignore[arg-type]  # this command asks for nothing else


def test_only_commands_are_decided(store: Store) -> None:
    with pytest.raises(TypeError):
        store.execute("a line")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "command",
    [
        c.StartSession("s1"),
        c.RetractLine("l2", "once more"),
        c.RestoreLine("l1", "not needed"),
        c.AmendLine("l1", "We walk the wards."),
        c.SaveDraft("s1", ""),
        c.SetEvidenceState("W1.E1", "none"),
    ],
    ids=lambda command: type(command).__name__,
)
def test_what_is_so_already_writes_nothing(busy: Store, command: c.Command) -> None:
    assert busy.execute(command) == ()


def test_ending_twice_is_ending_once(busy: Store) -> None:
    assert [change.kind for change in busy.execute(c.EndSession("s1"))] == ["session-ended"]
    assert busy.execute(c.EndSession("s1")) == ()
    assert busy.read(reading.sessions)[0].state == "ended"


def test_a_changed_speaker_and_marks_are_kept(busy: Store, clock: HandClock) -> None:
    busy.execute(c.AmendLine("l1", speaker="p1", line_type="seen", claim=True, weight="strength", tags=("W1.1",)))
    line = busy.read(lambda connection: reading.lines(connection, line_id="l1"))[0]
    assert (line.speaker, line.line_type, line.claim, line.weight, line.tags) == (
        "p1", "seen", True, "strength", ("W1.1",)
    )  # fmt: skip
    busy.execute(c.AmendLine("l1", speaker=""))
    assert busy.read(lambda connection: reading.lines(connection, line_id="l1"))[0].speaker is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"trust_name": " "}, "needs the name of the trust"),
        ({"trust_name": "Vale\u202e"}, "cannot be shown"),
        ({"provider_code": "R"}, "2 to 8 letters and figures"),
        ({"provider_code": "RÄX"}, "2 to 8 letters and figures"),
        ({"trust_types": ()}, "at least one trust type"),
        ({"days": 0}, "at least one day"),
        ({"team": (c.TeamMember(" "),)}, "needs a name"),
        ({"team": (c.TeamMember("Jo"), c.TeamMember("jo "))}, "the same name"),
        ({"team": (c.TeamMember("Jo", "x" * 201),)}, "longer than 200 characters"),
    ],
)
def test_an_inspection_is_not_created_of_anything(changes: dict[str, object], words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        as_recorded(msgspec.structs.replace(create_inspection(), **changes))


def test_not_found_is_a_refusal_of_its_own(store: Store) -> None:
    with pytest.raises(NotFound):
        store.execute(c.StartSession("nowhere"))
