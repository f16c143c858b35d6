"""What the example holds: how much of everything, in which order, and that it keeps the rules of the framework."""

import datetime as dt
from collections import Counter, defaultdict
from itertools import pairwise

import msgspec
import pytest

from tests.unit.example.kinds import end_of_sessions, of_kind
from wellled_desktop.framework.pack import Pack, walk
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.commands import (
    AddLocalNode,
    AmendLine,
    CreateInspection,
    PauseSession,
    PlanSession,
    RecordEvidence,
    RestoreLine,
    ResumeSession,
    RetractLine,
    SetEvidenceState,
    StartSession,
    TakeFromHandwrittenNotes,
    WriteLine,
)
from wellled_desktop.inspection.example.content import ExampleContent
from wellled_desktop.inspection.example.generator import LINES, SESSIONS, generate
from wellled_desktop.inspection.example.steps import Step
from wellled_desktop.inspection.example.writing import ContentError
from wellled_desktop.inspection.words import VOICES

GRACE_MS = 600_000


def test_there_are_38_sessions_of_the_kinds_a_visit_has(steps: tuple[Step, ...]) -> None:
    plans = [plan for _, plan in of_kind(steps, PlanSession)]
    kinds = Counter(plan.kind for plan in plans)
    assert len(plans) == len({plan.id for plan in plans}) == SESSIONS == 38
    assert (kinds["interview"], kinds["panel"], kinds["focus-group"] + kinds["observation"]) == (26, 5, 7)


def test_there_are_4450_lines_each_written_once(steps: tuple[Step, ...]) -> None:
    lines = [line for _, line in of_kind(steps, WriteLine)]
    assert len(lines) == len({line.id for line in lines}) == LINES == 4450


def test_the_same_seed_gives_the_same_steps_and_another_seed_others(
    content: ExampleContent, pack: Pack, steps: tuple[Step, ...]
) -> None:
    assert tuple(generate(content, pack)) == steps
    assert tuple(generate(content, pack, seed=7)) != steps


def test_steps_come_in_the_order_of_their_times_and_the_first_creates_the_inspection(steps: tuple[Step, ...]) -> None:
    assert isinstance(steps[0].command, CreateInspection)
    assert [step.unix_ms for step in steps] == sorted(step.unix_ms for step in steps)


def outside_the_scope(pack: Pack, inspection: CreateInspection) -> set[str]:
    """Every node that does not apply to a trust of these types."""
    scope = scope_for(pack, inspection.trust_types)
    return {node.id for _, node in walk(pack) if not scope.applies(node.id)}


def created(steps: tuple[Step, ...]) -> CreateInspection:
    return of_kind(steps, CreateInspection)[0][1]


def test_the_trust_says_that_it_is_invented_and_has_a_team_of_nine(steps: tuple[Step, ...]) -> None:
    assert "invented" in created(steps).trust_name
    assert len(created(steps).team) == 9


def test_nothing_is_linked_to_a_node_that_does_not_exist_or_does_not_apply(steps: tuple[Step, ...], pack: Pack) -> None:
    outside = outside_the_scope(pack, created(steps))
    allowed = {node.id for _, node in walk(pack)} - outside
    used = {tag for _, line in of_kind(steps, WriteLine) for tag in line.tags}
    used |= {tag for _, change in of_kind(steps, AmendLine) for tag in change.tags or ()}
    used |= {node for _, entry in of_kind(steps, RecordEvidence) for node in entry.nodes}
    used |= {change.node for _, change in of_kind(steps, SetEvidenceState)}
    assert "W4.5" in outside
    assert used - allowed == {"W1.L1", "W5.L1", "W6.L1", "W8.L1"}, "the team's own questions"
    assert [added.kloe for _, added in of_kind(steps, AddLocalNode)] == ["W1", "W5", "W6", "W8"]


def test_every_prompt_that_applies_has_lines_of_several_types(steps: tuple[Step, ...], pack: Pack) -> None:
    types = defaultdict(set)
    for _, line in of_kind(steps, WriteLine):
        for tag in line.tags:
            types[tag].add(line.line_type)
    for kloe in pack.kloes:
        for prompt in kloe.prompts:
            if prompt.id != "W4.5":
                assert "said" in types[prompt.id], prompt.id
                assert len(types[prompt.id]) >= 3, prompt.id


def test_roles_are_those_of_the_framework(steps: tuple[Step, ...], pack: Pack) -> None:
    known = {role.id for role in pack.roles} | {role.id for role in pack.roles_named_in_evidence}
    plans = [plan for _, plan in of_kind(steps, PlanSession)]
    used = {role for plan in plans for role in plan.roles} | {one.role for plan in plans for one in plan.participants}
    assert used - known == set()
    key_roles = {role.id for role in pack.roles if role.group == "key"}
    assert key_roles - used == set()


def test_nothing_is_said_twice_in_a_session(steps: tuple[Step, ...]) -> None:
    texts = defaultdict(list)
    for _, line in of_kind(steps, WriteLine):
        texts[line.session].append(line.text)
    assert [session for session, said in texts.items() if len(said) != len(set(said))] == []


def test_hardly_anything_is_said_twice_in_the_whole(steps: tuple[Step, ...]) -> None:
    texts = {line.text for _, line in of_kind(steps, WriteLine)}
    assert len(texts) > 0.98 * LINES


def test_no_wording_is_left_unchosen(steps: tuple[Step, ...]) -> None:
    left = [line.text for _, line in of_kind(steps, WriteLine) if any(mark in line.text for mark in "[]{}|#")]
    assert left == []


def test_lines_are_written_within_their_session_but_for_those_written_later(steps: tuple[Step, ...]) -> None:
    paper = [(step, taken) for step, taken in of_kind(steps, TakeFromHandwrittenNotes)]
    started = {start.session: step.unix_ms for step, start in of_kind(steps, StartSession)}
    started |= {taken.session: step.unix_ms for step, taken in paper}
    ended = end_of_sessions(steps)
    late = [line for step, line in of_kind(steps, WriteLine) if step.unix_ms > ended[line.session]]
    early = [line for step, line in of_kind(steps, WriteLine) if step.unix_ms <= started[line.session]]
    assert early == []
    from_paper = [line for line in late if line.session in {taken.session for _, taken in paper}]
    assert (len(late), len(from_paper)) == (60 + 150 + 53, 56)


def test_nobody_writes_in_two_sessions_at_once_or_faster_than_one_can(steps: tuple[Step, ...]) -> None:
    ended = end_of_sessions(steps)
    paused = {pause.session: step.unix_ms for step, pause in of_kind(steps, PauseSession)}
    resumed = {resume.session: step.unix_ms for step, resume in of_kind(steps, ResumeSession)}
    by_author = defaultdict(list)
    for step, line in of_kind(steps, WriteLine):
        if step.unix_ms <= ended[line.session]:
            pause = paused.get(line.session, step.unix_ms)
            assert not pause < step.unix_ms < resumed.get(line.session, 0), "nobody writes in a pause"
            without_pause = resumed[line.session] - pause if pause < step.unix_ms else 0
            by_author[step.author].append((step.unix_ms - without_pause, line.session))
    for written in by_author.values():
        gaps = [(later - earlier, one == other) for (earlier, one), (later, other) in pairwise(written)]
        assert all(40_000 <= gap <= 70_000 for gap, same in gaps if same)
        changes = sum(not same for _, same in gaps)
        assert changes == len({session for _, session in written}) - 1


def test_lines_bear_claims_concerns_strengths_and_more_than_one_tag_each(steps: tuple[Step, ...]) -> None:
    lines = [line for _, line in of_kind(steps, WriteLine)]
    weights = Counter(line.weight for line in lines)
    assert sum(line.claim for line in lines) == 120
    assert weights["concern"] > 400
    assert weights["strength"] > 400
    assert 1.1 < sum(len(line.tags) for line in lines) / LINES < 1.6


def test_an_inference_bears_no_weight_and_has_no_speaker(steps: tuple[Step, ...]) -> None:
    inferences = [line for _, line in of_kind(steps, WriteLine) if line.line_type == "inference"]
    assert len(inferences) > 50
    assert {(line.weight, line.speaker) for line in inferences} == {("neutral", None)}


def test_speakers_are_in_the_room(steps: tuple[Step, ...]) -> None:
    people = {plan.id: {one.id for one in plan.participants} for _, plan in of_kind(steps, PlanSession)}
    spoken = [line for _, line in of_kind(steps, WriteLine) if line.speaker]
    assert len(spoken) > 3000
    assert all(line.speaker in people[line.session] or line.speaker in VOICES for line in spoken)


def test_what_is_marked_as_one_person_s_is_given_to_that_person(steps: tuple[Step, ...]) -> None:
    labels = {one.id: one.label for _, plan in of_kind(steps, PlanSession) for one in plan.participants}
    said = [line for _, line in of_kind(steps, WriteLine) if "Lies down on two chairs" in line.text]
    assert [labels[line.speaker or ""] for line in said] == ["nurse D, frailty, nights, band 5"]


def test_changes_within_the_grace_have_no_reason_and_later_ones_have(steps: tuple[Step, ...]) -> None:
    written = {line.id: step.unix_ms for step, line in of_kind(steps, WriteLine)}
    changes = [(step.unix_ms - written[change.line], change) for step, change in of_kind(steps, AmendLine)]
    record = [(age, change) for age, change in changes if change.tags is None]
    at_once = [change for age, change in record if age <= GRACE_MS]
    later = [change for age, change in record if age > GRACE_MS]
    assert (len(at_once), len(later), len(changes) - len(record)) == (64, 40, 48)
    assert all(change.reason is None for change in at_once)
    assert all(change.reason for change in later)


def test_sixteen_lines_are_retracted_and_three_of_them_restored(steps: tuple[Step, ...]) -> None:
    retracted = {change.line: step.unix_ms for step, change in of_kind(steps, RetractLine)}
    restored = {change.line: step.unix_ms for step, change in of_kind(steps, RestoreLine)}
    assert (len(retracted), len(restored)) == (16, 3)
    assert all(moment > retracted[line] for line, moment in restored.items())
    assert all(change.reason for _, change in of_kind(steps, RetractLine))


def test_evidence_is_requested_and_answered_and_left_out_for_reasons(steps: tuple[Step, ...]) -> None:
    states = defaultdict(list)
    for _, change in of_kind(steps, SetEvidenceState):
        states[change.node].append(change)
    last = Counter(changes[-1].state for changes in states.values())
    answered = [changes for changes in states.values() if [one.state for one in changes] == ["requested", "gathered"]]
    assert set(last) == {"gathered", "requested", "not-held", "not-applicable", "not-pursued"}
    assert len(answered) > 15
    unexplained = [
        one for changes in states.values() for one in changes if one.state.startswith("not-") and not one.reason
    ]
    assert unexplained == []


def test_about_sixty_evidence_entries_are_each_linked_to_the_framework(steps: tuple[Step, ...]) -> None:
    entries = [entry for _, entry in of_kind(steps, RecordEvidence)]
    assert 55 <= len(entries) <= 65
    assert all(entry.nodes and entry.title and entry.owner for entry in entries)


def test_sessions_happen_on_the_three_days_and_are_planned_before(steps: tuple[Step, ...]) -> None:
    planned = {plan.id: step.unix_ms for step, plan in of_kind(steps, PlanSession)}
    started = {start.session: step.unix_ms for step, start in of_kind(steps, StartSession)}
    days = Counter(dt.datetime.fromtimestamp(ms / 1000, dt.UTC).date() for ms in started.values())
    assert sorted(days) == [dt.date(2026, 3, 10), dt.date(2026, 3, 11), dt.date(2026, 3, 12)]
    assert all(planned[session] < moment for session, moment in started.items())


def test_content_that_is_too_thin_is_refused_in_words(content: ExampleContent, pack: Pack) -> None:
    silent = msgspec.structs.replace(content, prompts={}, roles={})
    with pytest.raises(ContentError, match="Nothing left to say"):
        list(generate(silent, pack))
