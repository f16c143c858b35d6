"""Sessions in full: plans that change, people who come and go, pauses, paper, forms, sheets, requests, concerns, worries."""

import datetime as dt
from functools import partial

import pytest

from tests.store.conftest import HandClock
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.read_models import NoteLine, Session
from wellled_desktop.store import reading, talk_reading
from wellled_desktop.store.store import Store

TEN = dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def planned(store: Store) -> None:
    store.execute(
        c.PlanSession(
            "s1",
            "interview",
            ("chief-executive",),
            (c.NewParticipant("p1", "chief-executive", name="Jo"),),
            planned_start=TEN,
        )
    )


def the_session(store: Store, session_id: str = "s1", *, names: bool = False) -> Session:
    return store.read(partial(reading.sessions, session_id=session_id, names=names))[0]


def the_line(store: Store, line_id: str = "l1") -> NoteLine:
    return store.read(partial(reading.lines, line_id=line_id))[0]


# The plan


def test_a_session_moves_and_only_what_is_given_changes(store: Store) -> None:
    store.execute(c.ChangeSession("s1", planned_start=TEN + dt.timedelta(days=1), place=" Room  2 "))
    session = the_session(store)
    assert (session.day, session.place, session.planned_minutes) == (dt.date(2026, 11, 25), "Room 2", 60)


def test_a_session_that_has_begun_keeps_its_day_when_its_plan_changes(store: Store, clock: HandClock) -> None:
    store.execute(c.StartSession("s1"))
    began = the_session(store).day
    store.execute(c.ChangeSession("s1", planned_start=TEN + dt.timedelta(days=5)))
    assert the_session(store).day == began


def test_a_session_without_a_time_has_no_day(store: Store) -> None:
    store.execute(c.ChangeSession("s1", unplanned=True))
    assert (the_session(store).planned_start, the_session(store).day) == (None, None)


def test_an_observation_may_be_of_nobody_as_reading_is_and_no_other_session(store: Store) -> None:
    store.execute(c.PlanSession("s2", "observation", (), title="Reading"))
    assert the_session(store, "s2").roles == ()
    for change in (c.ChangeSession("s2", kind="interview"), c.ChangeSession("s1", roles=())):
        with pytest.raises(RuleBroken, match="at least one role: role before name"):
            store.execute(change)
    store.execute(c.ChangeSession("s2", kind="interview", roles=("governors",)))
    store.execute(c.ChangeSession("s2", kind="observation", roles=()))
    assert (the_session(store, "s2").kind, the_session(store, "s2").roles) == ("observation", ())


def test_a_change_that_makes_no_sense_is_refused(store: Store) -> None:
    for change, sentence in (
        (c.ChangeSession("s1", planned_minutes=0), "from one minute to a day"),
        (c.ChangeSession("s1", roles=()), "at least one role"),
        (c.ChangeSession("s1", roles=("nobody",)), "not a role"),
        (c.ChangeSession("s9", title="x"), "There is no session"),
        (c.ChangeSession("s1", title="x" * 20_001), "longer than"),
    ):
        with pytest.raises(RuleBroken, match=sentence):
            store.execute(change)


def test_a_cancelled_session_is_not_listed_and_can_be_restored(store: Store) -> None:
    store.execute(c.CancelSession("s1", "the chair is ill"))
    assert store.read(reading.sessions) == ()
    assert (the_session(store).state, the_session(store).cancelled_reason) == ("cancelled", "the chair is ill")
    with pytest.raises(RuleBroken, match="is cancelled"):
        store.execute(c.WriteLine("l1", "s1", "words"))
    store.execute(c.RestoreSession("s1", "well again"))
    assert the_session(store).state == "planned"


def test_a_session_with_lines_cannot_be_cancelled(store: Store) -> None:
    store.execute(c.WriteLine("l1", "s1", "words"))
    with pytest.raises(RuleBroken, match="holds lines"):
        store.execute(c.CancelSession("s1", "why not"))


# People


def test_people_come_and_go_and_lines_keep_their_speaker(store: Store) -> None:
    store.execute(c.AddParticipant("s1", c.NewParticipant("p2", "governors", "A")))
    store.execute(c.WriteLine("l1", "s1", "words", speaker="p2"))
    store.execute(c.RemoveParticipant("p2"))
    session = the_session(store)
    assert [person.id for person in session.present] == ["p1"]
    assert [person.id for person in session.participants] == ["p1", "p2"]
    assert the_line(store).speaker == "p2"
    store.execute(c.ReturnParticipant("p2"))
    assert [person.id for person in the_session(store).present] == ["p1", "p2"]


def test_a_name_can_be_changed_and_taken_away(store: Store) -> None:
    store.execute(c.ChangeParticipant("p1", name="Jo Bloggs", label="interim"))
    assert [(one.name, one.label) for one in the_session(store, names=True).participants] == [("Jo Bloggs", "interim")]
    store.execute(c.ChangeParticipant("p1", name=""))
    assert the_session(store, names=True).participants[0].has_name is False


def test_nobody_in_particular_can_speak(store: Store) -> None:
    store.execute(c.WriteLine("l1", "s1", "Looks at the table.", speaker="silence"))
    assert the_line(store).speaker == "silence"
    with pytest.raises(NotFound, match="not among the participants"):
        store.execute(c.WriteLine("l2", "s1", "words", speaker="somebody"))


# The course


def test_pauses_are_kept_and_the_end_closes_the_last(store: Store, clock: HandClock) -> None:
    store.execute(c.StartSession("s1"))
    store.execute(c.PauseSession("s1"))
    assert the_session(store).state == "paused"
    clock.pass_minutes(5)
    store.execute(c.ResumeSession("s1"))
    store.execute(c.PauseSession("s1"))
    clock.pass_minutes(2)
    store.execute(c.EndSession("s1"))
    lengths = [pause.until - pause.began for pause in the_session(store).pauses if pause.until]
    assert lengths == [dt.timedelta(minutes=5), dt.timedelta(minutes=2)]


def test_what_is_not_under_way_cannot_be_paused(store: Store) -> None:
    with pytest.raises(RuleBroken, match="not under way"):
        store.execute(c.PauseSession("s1"))


def test_an_end_by_mistake_is_taken_back_and_lines_keep_their_label(store: Store, clock: HandClock) -> None:
    store.execute(c.StartSession("s1"))
    store.execute(c.EndSession("s1"))
    clock.pass_minutes(7)
    store.execute(c.WriteLine("l1", "s1", "words"))
    store.execute(c.ReopenSession("s1"))
    assert (the_session(store).state, the_line(store).written_after_end_minutes) == ("under way", 7)


def test_a_start_by_mistake_is_taken_back_only_while_nothing_is_written(store: Store) -> None:
    store.execute(c.StartSession("s1"))
    store.execute(c.WithdrawStart("s1"))
    assert (the_session(store).state, the_session(store).day) == ("planned", dt.date(2026, 11, 24))
    store.execute(c.WriteLine("l1", "s1", "words"))
    with pytest.raises(RuleBroken, match="its start stands"):
        store.execute(c.WithdrawStart("s1"))


def test_lines_from_handwritten_notes_carry_the_delay(store: Store, clock: HandClock) -> None:
    store.execute(c.WriteLine("l1", "s1", "Typed in the evening."))
    now = dt.datetime.fromtimestamp(clock.unix_ms / 1000, dt.UTC)
    began, ended = now - dt.timedelta(hours=9), now - dt.timedelta(hours=8)
    store.execute(c.TakeFromHandwrittenNotes("s1", began, ended))
    store.execute(c.WriteLine("l2", "s1", "And another."))
    for line in (the_line(store), the_line(store, "l2")):
        assert (line.from_handwritten_notes, line.written_after_end_minutes) == (True, 8 * 60)
    session = the_session(store)
    assert (session.started_at, session.ended_at, session.state) == (began, ended, "ended")


def test_paper_that_ends_before_it_begins_or_in_the_future_is_refused(store: Store, clock: HandClock) -> None:
    now = dt.datetime.fromtimestamp(clock.unix_ms / 1000, dt.UTC)
    with pytest.raises(RuleBroken, match="after it began"):
        store.execute(c.TakeFromHandwrittenNotes("s1", now, now))
    with pytest.raises(RuleBroken, match="in the future"):
        store.execute(c.TakeFromHandwrittenNotes("s1", now, now + dt.timedelta(minutes=1)))


def test_a_sign_off_says_who_and_the_notes_can_still_be_amended(store: Store, clock: HandClock) -> None:
    store.execute(c.WriteLine("l1", "s1", "words"))
    with pytest.raises(RuleBroken, match="has not ended"):
        store.execute(c.SignOffSession("s1"))
    store.execute(c.EndSession("s1"), c.SignOffSession("s1"))
    assert (the_session(store).state, the_session(store).signed_off_by) == ("signed off", "A. Inspector")
    store.execute(c.AmendLine("l1", "other words"))
    assert the_line(store).text == "other words"
    with pytest.raises(RuleBroken, match="signed off"):
        store.execute(c.ReopenSession("s1"))


# Forms


def test_a_form_takes_answers_of_the_kind_it_asks_for(store: Store) -> None:
    store.execute(
        c.AnswerForm("s1", "opening", answer=True),
        c.AnswerForm("s1", "heads", 14),
        c.AnswerForm("s1", "worries", ("one ", " two")),
        c.AnswerForm("s1", "summary", "All\nwell.\x00"),
        c.AnswerForm("s1", "quorate", "yes"),
    )
    answers = {one.field: one.answer for one in store.read(partial(talk_reading.form_answers, session_id="s1"))}
    assert answers == {
        "heads": 14,
        "opening": True,
        "quorate": "yes",
        "summary": "All\nwell.\ufffd",
        "worries": ("one", "two"),
    }
    store.execute(c.AnswerForm("s1", "heads", None), c.AnswerForm("s1", "summary", ""))
    left = [one.field for one in store.read(partial(talk_reading.form_answers, session_id="s1"))]
    assert left == ["opening", "quorate", "worries"]


@pytest.mark.parametrize(
    ("field", "answer", "sentence"),
    [
        ("opening", "yes", "takes yes or no"),
        ("heads", True, "takes a whole number"),
        ("heads", -1, "takes a number from 0"),
        ("worries", ("a", "b", "c", "d"), "takes at most 3"),
        ("quorate", "perhaps", "takes one of its choices"),
        ("shoe-size", 44, "is not a field"),
    ],
)
def test_an_answer_of_another_kind_is_refused(store: Store, field: str, answer: c.Answer, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        store.execute(c.AnswerForm("s1", field, answer))


# The question sheet


def test_a_sheet_is_added_to_reordered_and_marked(store: Store) -> None:
    questions = tuple(c.NewQuestion(f"q{n}", f"Question {n}?", "on the card", "role card", "W1.1") for n in range(3))
    store.execute(c.AddQuestions("s1", questions))
    store.execute(c.OrderSheet("s1", ("q2", "q0")), c.SetQuestionState("q2", "answered"))
    sheet = store.read(partial(talk_reading.questions, session_id="s1"))
    assert [(one.id, one.state) for one in sheet] == [("q2", "answered"), ("q0", "open"), ("q1", "open")]


def test_a_question_without_words_or_on_an_unknown_node_is_refused(store: Store) -> None:
    for question, sentence in (
        (c.NewQuestion("q1", "  ", "", "own"), "needs some words"),
        (c.NewQuestion("q1", "Why?", "", "own", "W9.9"), "not in this inspection's framework"),
    ):
        with pytest.raises(RuleBroken, match=sentence):
            store.execute(c.AddQuestions("s1", (question,)))
    with pytest.raises(NotFound, match="There is no question"):
        store.execute(c.OrderSheet("s1", ("q9",)))
    with pytest.raises(NotFound, match="There is no question"):
        store.execute(c.SetQuestionState("q9", "asked"))


# Requests, concerns, worries


def test_requests_are_numbered_and_know_their_claim(store: Store) -> None:
    store.execute(c.WriteLine("l1", "s1", "We publish it.", claim=True))
    store.execute(c.MakeRequest("r1", "The published report", "company secretary", "W1.E2", "l1"))
    store.execute(c.MakeRequest("r2", "The plan", due=dt.date(2026, 11, 26)))
    store.execute(c.SetRequestState("r2", "withdrawn", "found it"))
    first, second = store.read(talk_reading.requests)
    assert (first.ref, first.line_ref, first.state) == ("R-001", "S-01 l.1", "open")
    assert (second.ref, second.due, second.state, second.state_reason) == (
        "R-002",
        dt.date(2026, 11, 26),
        "withdrawn",
        "found it",
    )


def test_an_immediate_concern_has_its_log(store: Store) -> None:
    store.execute(c.WriteLine("l1", "s1", "The alarm does not work.", weight="concern"))
    with pytest.raises(RuleBroken, match="not an immediate concern"):
        store.execute(c.LogTelling("t1", "l1", "chief executive", TEN))
    store.execute(c.PinConcern("l1"), c.LogTelling("t1", "l1", "chief executive", TEN))
    store.execute(c.RecordReply("t1", "Sent an engineer."))
    (concern,) = store.read(talk_reading.immediate_concerns)
    assert [(one.told, one.told_at, one.reply) for one in concern.tellings] == [
        ("chief executive", TEN, "Sent an engineer.")
    ]
    assert store.read(partial(talk_reading.immediate_concerns, session_id="s1")) == (concern,)
    store.execute(c.UnpinConcern("l1", "it works again"))
    assert store.read(talk_reading.immediate_concerns) == ()


def test_worries_are_compared_with_the_risk_register(store: Store) -> None:
    store.execute(c.NoteWorry("w1", "Staffing at night", "s1"))
    store.execute(c.RecordRisks("register of October", (c.NewRisk("k1", "BAF-3", "Night staffing", "12", "COO"),)))
    store.execute(c.RecordRisks("register of November", (c.NewRisk("k2", "BAF-3", "Night staffing", "9", "COO"),)))
    (risk,) = store.read(talk_reading.risks)
    assert (risk.id, risk.rating, risk.source) == ("k1", "9", "register of November")
    with pytest.raises(RuleBroken, match="Choose the entry"):
        store.execute(c.CompareWorry("w1", "rated lower"))
    store.execute(c.CompareWorry("w1", "rated lower", "k1", "they said it is the worst of all"))
    (worry,) = store.read(talk_reading.worries)
    assert (worry.session_ref, worry.verdict, worry.risk) == ("S-01", "rated lower", risk)
    store.execute(c.RetractWorry("w1", "said twice"))
    assert store.read(talk_reading.worries) == ()


def test_a_risk_register_with_a_doubled_reference_is_refused_whole(store: Store) -> None:
    twice = (c.NewRisk("k1", "1", "a"), c.NewRisk("k2", "1", "b"))
    with pytest.raises(RuleBroken, match="stands twice"):
        store.execute(c.RecordRisks("list", twice))
    with pytest.raises(RuleBroken, match="a reference and a title"):
        store.execute(c.RecordRisks("list", (c.NewRisk("k1", "", "a"),)))
    assert store.read(talk_reading.risks) == ()
