"""The reads of the evening meeting, on the tiny framework: what is told, who is not named, and what the minutes hold."""

import datetime as dt
from functools import partial
from itertools import count

import msgspec
import pytest

from tests.store.conftest import HandClock
from tests.store.packs import tiny_pack
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.commands import (
    AddLocalNode,
    AmendLine,
    MakeRequest,
    NewFinding,
    NewParticipant,
    PlanSession,
    RecordEvidence,
    RecordFindings,
    RetractLine,
    SetRequestState,
    StartSession,
    WriteLine,
)
from wellled_desktop.inspection.corroboration import deciding
from wellled_desktop.inspection.corroboration.agenda import Item
from wellled_desktop.inspection.corroboration.deciding import Became
from wellled_desktop.store import corroboration_behind
from wellled_desktop.store import corroboration_reading as meeting
from wellled_desktop.store.corroboration_behind import BehindItem
from wellled_desktop.store.corroboration_reading import Basis, Evening
from wellled_desktop.store.store import Store

PACK = tiny_pack()
BASIS = Basis(PACK, scope_for(PACK, ("acute",)))
CHIEF, LEAD = "p1", "g1"
DAY = dt.date(2026, 11, 24)
MORNING_MS = round(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC).timestamp() * 1000)
SECRET = "Zebedee Quillfinch"


@pytest.fixture
def heard(store: Store, clock: HandClock) -> Store:
    """On W1.1 the chief executive, whose name is kept, says one thing; a governor, whose label is a name, says another."""
    clock.unix_ms = MORNING_MS
    chief = NewParticipant(CHIEF, "chief-executive", "the boss", name=SECRET)
    store.execute(
        PlanSession("s1", "interview", ("chief-executive",), (chief,)),
        PlanSession("s2", "panel", ("governors",), (NewParticipant(LEAD, "governors", "Sister Maplethorpe"),)),
        PlanSession("s3", "panel", ("governors",), planned_start=dt.datetime(2026, 11, 25, 10, tzinfo=dt.UTC)),
        StartSession("s1"),
        StartSession("s2"),
        WriteLine("l1", "s1", "quillfinch is on the wards.", speaker=CHIEF, tags=("W1.1",), claim=True),
        WriteLine(
            "l2", "s2", "Never seen Quillfinch, says Maplethorpe.", speaker=LEAD, tags=("W1.1",), weight="concern",
            points_other_way=True,
        ),
    )  # fmt: skip
    return store


def evening(store: Store, day: dt.date | None = DAY) -> Evening:
    return store.read(partial(meeting.evening, basis=BASIS, day=day))


def item(store: Store, kind: str, day: dt.date = DAY) -> Item:
    return next(one for one in evening(store, day).agenda.kloes[0].items if one.kind == kind)


def behind(store: Store, of: Item, *, whole: bool = False) -> BehindItem:
    return store.read(partial(corroboration_behind.behind_item, basis=BASIS, item=of, whole=whole))


def new_id(numbers: "count[int]" = count(1)) -> str:  # noqa: B008  # one counter for all
    return f"id{next(numbers):06}"


def refs(found: BehindItem) -> list[str]:
    return [one.ref for one in (*found.lines, *found.evidence)]


def test_the_evening_is_that_of_the_last_day_with_something_and_at_first_the_first(
    store: Store, clock: HandClock
) -> None:
    assert store.read(partial(meeting.evening_of, today=dt.date(2026, 11, 30))) == DAY
    clock.unix_ms = MORNING_MS
    store.execute(PlanSession("s1", "interview", ("governors",)), WriteLine("l1", "s1", "x", tags=("W1.1",)))
    assert store.read(partial(meeting.evening_of, today=dt.date(2026, 11, 30))) == DAY
    assert evening(store, None).agenda.day == DAY


def test_an_empty_inspection_has_its_prompts_to_weigh_as_gaps(store: Store) -> None:
    assert [one.key for one in evening(store).agenda.kloes[0].items] == ["nothing yet W1.1"]
    found = behind(store, item(store, "nothing yet"))
    assert (found.lines, found.evidence, found.lines_in_all) == ((), (), 0)


def test_what_is_new_today_is_told_with_its_lines_and_evidence(heard: Store, clock: HandClock) -> None:
    heard.execute(
        RecordEvidence("e1", f"Letter of {SECRET}", "document", nodes=("W1.1", "W1.E1")),
        RecordEvidence("e2", "Old plan", "document", nodes=("W1.1",), received_on=dt.date(2026, 11, 20)),
        WriteLine("i1", "s1", "I think so.", "inference", tags=("W1.1",), weight="concern"),
        WriteLine("n1", "s1", "Neutral.", speaker=CHIEF, tags=("W1.1",)),
    )
    new = item(heard, "new today")
    assert new.reasons == ("1 concern, 1 claim; by source: 1 executive, 1 governor. 1 evidence entry received.",)
    found = behind(heard, new)
    assert refs(found) == ["S-02 l.1", "S-01 l.1", "E-001"]
    assert found.evidence[0].text == "Letter of [name]"
    clock.pass_minutes(24 * 60)
    assert [one.kind for one in evening(heard, dt.date(2026, 11, 25)).agenda.kloes[0].items] == [
        "contradicted", "claim without proof",
    ]  # fmt: skip


def test_nobody_is_named_and_a_role_of_one_holder_is_one_of_its_kind(heard: Store) -> None:
    found = behind(heard, item(heard, "contradicted"))
    assert [one.text for one in found.lines] == ["Never seen [name], says [name].", "[name] is on the wards."]
    assert [one.head for one in found.lines] == [
        "said · concern · points the other way · governors",
        "said · claim · one of the executives",
    ]
    everything = msgspec.json.encode((evening(heard).agenda, found)).decode().casefold()
    for secret in ("zebedee", "quillfinch", "maplethorpe", "the boss"):
        assert secret not in everything


def test_what_nobody_in_particular_said_is_of_the_session_or_of_nobody(heard: Store) -> None:
    heard.execute(
        WriteLine("a1", "s2", "All agree.", speaker="several", tags=("W1.1",)),
        WriteLine("a2", "s2", "A figure.", "data", tags=("W1.1",)),
        WriteLine("a3", "s2", "The room is cold.", "seen", tags=("W1.1",)),
    )
    heads = {one.text: one.head for one in behind(heard, item(heard, "contradicted")).lines}
    assert heads["All agree."].startswith("said · several")
    assert "governors" in heads["A figure."]
    assert heads["The room is cold."].startswith("seen")
    assert "governors" not in heads["The room is cold."]


def test_of_what_is_asked_for_already_nobody_s_name_is_told(heard: Store) -> None:
    heard.execute(MakeRequest("r1", "The log", f"{SECRET}, secretary", line="l1"))
    (reason,) = item(heard, "claim without proof").reasons
    assert "R-001 is open (asked of [name], secretary on " in reason


def test_of_a_contradiction_both_sides_are_told(heard: Store) -> None:
    more = (
        WriteLine(f"m{at}", "s1", f"Line {at}.", speaker=CHIEF, tags=("W1.1",), points_other_way=at < 2)
        for at in range(20)
    )
    heard.execute(*more)
    found = behind(heard, item(heard, "contradicted"))
    assert (len(found.lines), found.lines_in_all) == (corroboration_behind.LINES_TOLD, 22)
    assert {one.ref for one in found.lines[:3]} == {"S-02 l.1", "S-01 l.2", "S-01 l.3"}


def test_claims_to_be_proved_are_told_and_findings_with_the_entries(heard: Store) -> None:
    heard.execute(
        RecordFindings("Report", (NewFinding("f1", SECRET, "No leaders seen.", "W1.1", "concern", True),)),
        RecordEvidence("e1", "Rota", "document", nodes=("W1.1",), other_way=("W1.1",)),
        AmendLine("l2", tags=("W1.E1",)),
    )
    assert refs(behind(heard, item(heard, "claim without proof")))[0] == "S-01 l.1"
    evidence = behind(heard, item(heard, "contradicted")).evidence
    assert [one.head for one in evidence] == [
        "document · points the other way",
        "service-level finding · points the other way · [name]",
    ]


def test_a_line_retracted_meanwhile_is_no_longer_told(heard: Store) -> None:
    new = item(heard, "new today")
    heard.execute(RetractLine("l2", "misheard"))
    found = behind(heard, new)
    assert refs(found) == ["S-01 l.1"]


def test_a_settled_item_is_left_out_until_something_new_is_linked(heard: Store, clock: HandClock) -> None:
    heard.execute(*deciding.enough(item(heard, "contradicted"), DAY, new_id))
    assert item(heard, "contradicted").outcome is not None
    clock.pass_minutes(24 * 60)
    later = dt.date(2026, 11, 25)
    assert evening(heard, later).agenda.kloes[0].settled == 1
    heard.execute(RetractLine("l1", "twice"), WriteLine("l3", "s1", "I go there.", speaker=CHIEF, tags=("W1.1",)))
    assert item(heard, "contradicted", later).before is not None
    assert evening(heard, later).agenda.kloes[0].settled == 0


def test_entries_and_findings_bring_an_item_back_as_well(heard: Store, clock: HandClock) -> None:
    heard.execute(*deciding.enough(item(heard, "contradicted"), DAY, new_id))
    clock.pass_minutes(24 * 60)
    heard.execute(
        RecordEvidence("e1", "Rota", "document", nodes=("W1.1",)),
        RecordFindings("Report", (NewFinding("f1", "Surgery", "No leaders.", "W1.1"), NewFinding("f2", "A", "b"))),
    )
    assert item(heard, "contradicted", dt.date(2026, 11, 25)).before is not None


def test_the_team_s_own_question_is_shown_without_names_too(heard: Store) -> None:
    heard.execute(AddLocalNode("q1", "W1", "prompt", f"Where is {SECRET}?"))
    own = next(one for one in evening(heard).agenda.kloes[0].items if one.node == "W1.L1")
    assert own.text == "Where is [name]?"


def test_what_find_more_became_is_told_and_taken_back_with_it(heard: Store) -> None:
    item_ = item(heard, "contradicted")
    heard.execute(*deciding.asked_of_the_trust(item_, f"Diary of {SECRET}", "", DAY, new_id))
    found = evening(heard)
    (outcome,) = found.outcomes
    assert found.words[outcome.id].became == "R-001: Diary of [name]"
    heard.execute(*deciding.taken_back(outcome, found.became[outcome.id]))
    assert evening(heard).outcomes == ()
    heard.execute(*deciding.asked_in_session(item_, "s3", f"Is {SECRET} seen?", DAY, new_id))
    found = evening(heard)
    (outcome,) = found.outcomes
    assert found.words[outcome.id].became == "a question for S-03: Is [name] seen?"
    heard.execute(*deciding.taken_back(outcome, found.became[outcome.id]))
    assert [one.ref for one in heard.read(meeting.sessions_to_come)] == ["S-03"]


def test_the_minutes_hold_what_was_decided_that_day_with_what_was_withdrawn(heard: Store) -> None:
    contradicted, new = item(heard, "contradicted"), item(heard, "new today")
    heard.execute(*deciding.asked_of_the_trust(contradicted, "Rota", "", DAY, new_id))
    (outcome,) = evening(heard).outcomes
    heard.execute(SetRequestState(outcome.request or "", "withdrawn"))
    heard.execute(*deciding.asked_in_session(new, "s3", "And?", DAY, new_id))
    asked = evening(heard).outcomes[-1]
    heard.execute(*deciding.taken_back(asked, evening(heard).became[asked.id]))
    heard.execute(*deciding.dropped(new, f"{SECRET} said so", DAY, new_id))
    heard.execute(*deciding.enough(contradicted, DAY + dt.timedelta(days=1), new_id))
    found = heard.read(partial(meeting.minutes, pack=PACK, day=DAY, device="laptop-a"))
    ((kloe, _, minuted),) = found.kloes
    assert kloe == "W1"
    assert [one.words.became for one in minuted] == [
        "R-001 (withdrawn since): Rota", "a question, taken off its sheet since", "",
    ]  # fmt: skip
    assert [one.outcome.withdrawn_at is None for one in minuted] == [True, False, True]
    assert minuted[2].words.reason == "[name] said so"
    assert (found.took_part, len(found.minuted), len(found.standing)) == (("A. Inspector",), 3, 2)


def test_of_an_item_decided_again_without_taking_back_the_minutes_count_the_last(
    heard: Store, clock: HandClock
) -> None:
    contradicted = item(heard, "contradicted")
    for _ in range(3):
        clock.pass_minutes(1)
        heard.execute(*deciding.enough(contradicted, DAY, new_id))
    clock.pass_minutes(1)
    heard.execute(*deciding.dropped(item(heard, "new today"), "seen", DAY, new_id))
    found = heard.read(partial(meeting.minutes, pack=PACK, day=DAY, device="laptop-a"))
    first, second, third, fourth = found.minuted
    assert (first.replaced_at, second.replaced_at) == (second.outcome.recorded_at, third.outcome.recorded_at)
    assert found.standing == (third.outcome, fourth.outcome)


def test_what_is_decided_past_midnight_is_of_the_day_talked_about_and_says_when_it_was_recorded(
    heard: Store, clock: HandClock
) -> None:
    new, contradicted = item(heard, "new today"), item(heard, "contradicted")
    clock.pass_minutes(3 * 24 * 60)
    heard.execute(*deciding.enough(new, DAY, new_id))
    assert item(heard, "new today").outcome is not None
    minuted = partial(meeting.minutes, pack=PACK, device="laptop-a")
    (one,) = heard.read(partial(minuted, day=DAY)).minuted
    assert (one.outcome.day, one.outcome.recorded_at.date()) == (DAY, DAY + dt.timedelta(days=3))
    assert heard.read(partial(minuted, day=one.outcome.recorded_at.date())).minuted == ()
    days = dict(heard.read(meeting.days_to_talk_about))
    assert (days[DAY], sum(days.values())) == (1, 1)
    heard.execute(*deciding.enough(contradicted, dt.date(2027, 3, 1), new_id))
    assert dict(heard.read(meeting.days_to_talk_about))[dt.date(2027, 3, 1)] == 1


def test_something_linked_after_it_was_recorded_brings_an_item_back_whatever_day_was_talked_about(
    heard: Store, clock: HandClock
) -> None:
    contradicted = item(heard, "contradicted")
    clock.pass_minutes(2 * 24 * 60)
    heard.execute(WriteLine("x1", "s1", "Before.", speaker=CHIEF, tags=("W1.1",)))
    heard.execute(*deciding.enough(item(heard, "contradicted"), dt.date(2027, 3, 1), new_id))
    assert not item(heard, "contradicted", dt.date(2027, 3, 1)).changed
    clock.pass_minutes(1)
    heard.execute(RetractLine("x1", "twice"), WriteLine("x2", "s1", "After.", speaker=CHIEF, tags=("W1.1",)))
    assert item(heard, "contradicted", dt.date(2027, 3, 1)).changed
    assert contradicted.outcome is None


def test_of_what_a_day_brought_some_is_told_first_and_all_when_wanted(heard: Store) -> None:
    heard.execute(
        *(
            WriteLine(f"m{at}", "s1", f"Line {at}.", speaker=CHIEF, tags=("W1.1",), weight="concern")
            for at in range(20)
        ),
        *(RecordEvidence(f"e{at}", f"Paper {at}", "document", nodes=("W1.1",)) for at in range(10)),
    )
    new = item(heard, "new today")
    first, whole = behind(heard, new), behind(heard, new, whole=True)
    assert (len(first.lines), first.lines_in_all) == (corroboration_behind.NEW_TOLD, 22)
    assert (len(first.evidence), first.evidence_in_all) == (8, 10)
    assert (len(whole.lines), len(whole.evidence)) == (22, 10)
    assert whole.lines[: len(first.lines)] == first.lines
    contradicted = behind(heard, item(heard, "contradicted"), whole=True)
    assert (len(contradicted.lines), len({one.ref for one in contradicted.lines})) == (22, 22)


def test_minutes_of_no_inspection_are_none(heard: Store) -> None:
    with pytest.raises(LookupError):
        heard.read(partial(meeting.minutes, pack=PACK, day=DAY, device="another laptop"))


def test_an_outcome_that_became_nothing_has_nothing_to_take_back_with_it(heard: Store) -> None:
    heard.execute(*deciding.enough(item(heard, "contradicted"), DAY, new_id))
    found = evening(heard)
    assert found.became == {}
    assert found.words[found.outcomes[0].id].became == ""
    assert deciding.taken_back(found.outcomes[0], Became())[0] is not None
