"""What goes with the example's sessions beside their lines, and what follows from them."""

import random
from collections import Counter

import msgspec
import pytest

from tests.unit.example.kinds import end_of_sessions, of_kind
from wellled_desktop.framework.forms import GROUPS_HEARD, OPENING_STATEMENT, SUMMARY, form_for
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.commands import (
    AddQuestions,
    AnswerForm,
    CompareWorry,
    CreateInspection,
    LogTelling,
    MakeRequest,
    NoteWorry,
    PauseSession,
    PinConcern,
    PlanSession,
    RecordEvidence,
    RecordFindings,
    RecordOutcome,
    RecordReply,
    RecordRisks,
    ResumeSession,
    SetEvidenceState,
    SetQuestionState,
    SetRequestState,
    SignOffSession,
    TakeFromHandwrittenNotes,
    WriteLine,
)
from wellled_desktop.inspection.equality import read_answer
from wellled_desktop.inspection.example.content import ExampleContent
from wellled_desktop.inspection.example.course import decided_from
from wellled_desktop.inspection.example.findings import finding_steps
from wellled_desktop.inspection.example.following import following
from wellled_desktop.inspection.example.generator import SESSIONS
from wellled_desktop.inspection.example.marking import with_spoken
from wellled_desktop.inspection.example.sessions import sessions_of
from wellled_desktop.inspection.example.steps import Step
from wellled_desktop.inspection.example.writing import ContentError
from wellled_desktop.inspection.words import VOICES, Weight


def test_nobody_in_particular_speaks_in_panels_and_groups_only_and_in_each_way(steps: tuple[Step, ...]) -> None:
    kinds = {plan.id: plan.kind for _, plan in of_kind(steps, PlanSession)}
    voices = [line for _, line in of_kind(steps, WriteLine) if line.speaker in VOICES]
    assert Counter(line.speaker for line in voices) == {
        "several": 8, "disagreement": 6, "nobody-answered": 3, "silence": 3,
    }  # fmt: skip
    assert {kinds[line.session] for line in voices} == {"panel", "focus-group"}


def test_what_points_the_other_way_is_what_fewer_lines_say_of_its_prompt(steps: tuple[Step, ...]) -> None:
    lines = [line for _, line in of_kind(steps, WriteLine)]
    pointing = [line for line in lines if line.points_other_way]
    assert len(pointing) == 110 + 2, "two of them on the team's own questions"
    weights = Counter((line.tags[0], line.weight) for line in lines if line.tags)
    other: dict[str, Weight] = {"strength": "concern", "concern": "strength"}
    for line in pointing:
        assert weights[line.tags[0], line.weight] < weights[line.tags[0], other[line.weight]], line.text


def test_sessions_pause_are_signed_off_and_one_is_from_handwritten_notes(steps: tuple[Step, ...]) -> None:
    ended = end_of_sessions(steps)
    signed = {off.session: step.unix_ms for step, off in of_kind(steps, SignOffSession)}
    assert (len(of_kind(steps, PauseSession)), len(of_kind(steps, ResumeSession))) == (5, 5)
    assert len(of_kind(steps, TakeFromHandwrittenNotes)) == 1
    assert len(signed) == SESSIONS - 3
    assert all(moment > ended[session] for session, moment in signed.items())
    after = [line for step, line in of_kind(steps, WriteLine) if step.unix_ms > signed.get(line.session, step.unix_ms)]
    assert 0 < len(after) < 40


def test_every_talk_gives_the_opening_statement_and_forms_are_answered_with_fields_of_theirs(
    steps: tuple[Step, ...], pack: Pack
) -> None:
    plans = {plan.id: plan for _, plan in of_kind(steps, PlanSession)}
    answers = [answer for _, answer in of_kind(steps, AnswerForm)]
    stated = {one.session for one in answers if one.field == OPENING_STATEMENT}
    assert stated == {plan.id for plan in plans.values() if plan.kind != "observation"}
    for one in answers:
        plan = plans[one.session]
        assert one.field in {field.id for field in form_for(pack, plan.kind, plan.roles)}, (plan.title, one.field)
    assert sum(one.field == "head-count" for one in answers) == 7
    assert sum(one.field == SUMMARY for one in answers) == 20


def test_some_sessions_say_which_groups_they_heard_and_some_of_these_are_fewer_than_five(
    steps: tuple[Step, ...], pack: Pack
) -> None:
    said = [read_answer(one.answer) for _, one in of_kind(steps, AnswerForm) if one.field == GROUPS_HEARD]
    assert len(said) == 4
    assert {one.group for groups in said for one in groups} <= {group.id for group in pack.groups}
    assert [one.group for groups in said for one in groups if (one.people or 5) < 5] == [
        "disabled-staff", "lgb-staff", "staff-with-a-faith", "carers-and-families",
    ]  # fmt: skip


def test_question_sheets_have_reasons_and_become_asked_answered_parked_or_dropped(steps: tuple[Step, ...]) -> None:
    sheets = [sheet for _, sheet in of_kind(steps, AddQuestions) if len(sheet.questions) > 1]
    assert len(sheets) == 5
    assert all(question.text and question.why for sheet in sheets for question in sheet.questions)
    states = Counter(change.state for _, change in of_kind(steps, SetQuestionState))
    assert set(states) == {"asked", "answered", "parked", "dropped"}
    assert sum(states.values()) == sum(len(sheet.questions) for sheet in sheets)


def test_where_no_line_could_not_wait_nobody_is_told(content: ExampleContent, pack: Pack) -> None:
    marked, concern = with_spoken((), content.course)
    assert (marked, concern) == ((), None), "a line is set only where an ordinary one of its session gives way"
    chance = random.Random(1)  # noqa: S311  a seed, no secret
    sessions = sessions_of(content, 0, chance)
    kinds = {type(step.command) for step in following(content, pack, sessions, concern, chance)}
    assert SignOffSession in kinds
    assert not kinds & {PinConcern, LogTelling, RecordReply}


def test_each_item_asked_for_is_a_request_and_some_claims_are_to_be_proved(steps: tuple[Step, ...]) -> None:
    every = [request for _, request in of_kind(steps, MakeRequest)]
    made = [one for one in every if ".E" in (one.node or "")]
    asked = [change.node for _, change in of_kind(steps, SetEvidenceState) if change.state == "requested"]
    claims = {line.id for _, line in of_kind(steps, WriteLine) if line.claim}
    assert sorted(one.node or "" for one in made if one.line is None) == sorted(asked)
    for_claims = [one for one in every if one.line in claims and one.due]
    assert len(for_claims) == 7
    assert not {one.node for one in for_claims} & set(asked), "what is asked for already is not asked for again"
    assert len({one.node for one in made}) == len(made)
    states = Counter(change.state for _, change in of_kind(steps, SetRequestState))
    assert (states["partial"], states["withdrawn"]) == (1, 1)
    assert states["received"] > 15


def test_one_line_could_not_wait_and_three_were_told(steps: tuple[Step, ...]) -> None:
    ((_, pinned),) = of_kind(steps, PinConcern)
    (line,) = [line for _, line in of_kind(steps, WriteLine) if line.id == pinned.line]
    log = [told for _, told in of_kind(steps, LogTelling)]
    assert (line.weight, {told.line for told in log}) == ("concern", {line.id})
    assert [told.told for told in log] == ["chief nurse", "chief executive", "medical director"]
    assert [reply.telling for _, reply in of_kind(steps, RecordReply)] == [log[0].id]


def test_worries_are_those_on_the_forms_and_are_compared_with_the_register(steps: tuple[Step, ...]) -> None:
    said = {text for _, one in of_kind(steps, AnswerForm) if one.field == "top-worries" for text in one.answer or ()}  # type: ignore[union-attr]
    worries = [worry for _, worry in of_kind(steps, NoteWorry)]
    assert {worry.text for worry in worries} < said
    ((_, register),) = of_kind(steps, RecordRisks)
    references = {risk.id for risk in register.risks}
    compared = [one for _, one in of_kind(steps, CompareWorry)]
    assert {one.verdict for one in compared} == {"matched", "missing", "rated lower"}
    assert all((one.risk in references) is (one.verdict != "missing") for one in compared)


def test_two_evenings_decide_and_what_is_to_be_found_becomes_a_request_or_a_question(steps: tuple[Step, ...]) -> None:
    outcomes = of_kind(steps, RecordOutcome)
    assert list(Counter(step.unix_ms // 86_400_000 for step, _ in outcomes).values()) == [7, 4]
    found = [one for _, one in outcomes if one.outcome == "find more"]
    assert {one.id for _, one in of_kind(steps, MakeRequest)} >= {one.request for one in found if one.request}
    asked = {question.id for _, sheet in of_kind(steps, AddQuestions) for question in sheet.questions}
    assert {one.question for one in found if one.question} <= asked
    assert all(bool(one.request) != bool(one.question) for one in found)
    assert all(one.reason for _, one in outcomes if one.outcome == "drop")


def test_an_outcome_that_there_is_not_is_refused() -> None:
    with pytest.raises(ContentError, match="Not an outcome"):
        decided_from("1 19:00 | contradicted W1.3 | perhaps | said | why")


def test_core_services_were_reported_on_before_the_visit_and_most_of_it_is_linked(steps: tuple[Step, ...]) -> None:
    ((step, recorded),) = of_kind(steps, RecordFindings)
    ((created, _),) = of_kind(steps, CreateInspection)
    assert step.unix_ms > created.unix_ms
    assert step.unix_ms < min(plan.unix_ms for plan, _ in of_kind(steps, WriteLine))
    assert len(recorded.findings) == 8
    assert [one.service for one in recorded.findings if one.node is None] == ["Outpatients"]
    assert {one.points_other_way for one in recorded.findings} == {True, False}


def test_what_was_asked_for_and_came_is_an_entry_that_answers_its_request(steps: tuple[Step, ...]) -> None:
    made = {one.id: (step.unix_ms, one.node) for step, one in of_kind(steps, MakeRequest)}
    received = {one.request for _, one in of_kind(steps, SetRequestState) if one.state == "received"}
    answers = [(step, one) for step, one in of_kind(steps, RecordEvidence) if one.request]
    assert len(answers) == len({one.request for _, one in answers}) > 10
    for step, one in answers:
        asked_at, node = made[one.request or ""]
        assert asked_at < step.unix_ms
        assert node in one.nodes
        assert one.request in received
        assert one.received_on is not None


def test_a_course_without_findings_brings_none(content: ExampleContent) -> None:
    without = msgspec.structs.replace(content, course=msgspec.structs.replace(content.course, findings=None))
    assert list(finding_steps(without, 7)) == []
    assert list(finding_steps(content, 7)) != []
