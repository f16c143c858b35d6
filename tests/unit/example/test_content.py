"""How the example's files are read."""

import datetime as dt

import pytest

from wellled_desktop.inspection.example.content import content_from
from wellled_desktop.inspection.example.course import OwnQuestion, Spoken, Verdict, course_from
from wellled_desktop.inspection.example.writing import ContentError, Sentence, occasion, sentences

COURSE: dict[str, object] = {
    "early_sign_offs": ["chair"],
    "open": [],
    "forms": {"chair": {"head-count": 3, "top-worries": ["Nights", "Money"]}},
    "sheets": {"chair": ["Why?"]},
    "spoken": "chair 10 several | = looked at the table #W1.1",
    "concern": {"line": "chair 12 @nurse B | -- the alarm is off #W5.4", "log": [{"after": 5, "told": "chief nurse"}]},
    "request_states": "W1.E2 withdrawn 2 09:00 |",
    "requests_for_claims": 1,
    "register": {"source": "the register", "at": "2 19:00", "risks": "R1 | Nights | 12 | chief nurse"},
    "verdicts": "Nights | matched | R1 | the same\nMoney | missing | |",
}


def test_a_line_is_a_mark_words_tags_and_a_claim() -> None:
    (read,) = sentences("-- says [so|no] #W1.E3 #W5.4 !", "W1.1")
    assert read == Sentence("says [so|no].", "concern", strong=True, tags=("W1.1", "W1.E3", "W5.4"), claim=True)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("= walked by", "walked by."),
        ("= walked by.", "walked by."),
        ("= said “no”", "said “no”."),
        ("= said “no.”", "said “no.”"),
        ("= is it #1?", "is it #1?"),
    ],
)
def test_a_line_ends_with_its_full_stop(line: str, words: str) -> None:
    assert sentences(line)[0].words == words


def test_a_line_without_a_mark_is_refused_and_shown() -> None:
    with pytest.raises(ContentError, match="no mark here"):
        sentences("= fine\nno mark here")


def test_content_of_another_form_is_refused() -> None:
    with pytest.raises(ContentError, match="not of the expected form"):
        content_from({"trust": 1}, [], {}, {}, {})


def test_a_course_of_another_form_is_refused() -> None:
    with pytest.raises(ContentError, match=r"^The example's course is not of the expected form: .*open"):
        course_from({"early_sign_offs": [], "open": "chair"})


def test_a_course_keeps_what_its_file_says() -> None:
    course = course_from(COURSE)
    line = Spoken("chair", 12, None, "nurse B", Sentence("the alarm is off.", "concern", strong=True, tags=("W5.4",)))
    assert (course.concern.line, course.spoken[0].voice, course.spoken[0].label) == (line, "several", None)
    assert course.forms == {"chair": {"head-count": 3, "top-worries": ("Nights", "Money")}}
    assert course.verdicts == {"Nights": Verdict("matched", "R1", "the same"), "Money": Verdict("missing", None, "")}
    assert [(one.node, one.state, one.reason) for one in course.request_states] == [("W1.E2", "withdrawn", None)]


def test_a_line_on_the_team_s_own_question_may_point_the_other_way_and_be_taken_back() -> None:
    answers = "other-way taken-back chair 12 @nurse B | - never #W1.L1 !\nchair 14 several | + often #W1.L1"
    course = course_from({**COURSE, "own_questions": "W1 | Who walks at night?", "answers": answers})
    assert course.own_questions == (OwnQuestion("W1", "Who walks at night?"),)
    first, second = course.answers
    assert (first.label, first.other_way, first.taken_back, first.sentence.claim) == ("nurse B", True, True, True)
    assert (second.voice, second.other_way, second.taken_back) == ("several", False, False)
    assert course_from(COURSE).answers == ()


def test_what_reports_found_in_services_is_kept_with_its_way() -> None:
    lines = "Surgery | Lists ran late. | W5.2 | other-way concern | May 2026\nMaternity | Good. | | strength |"
    found = course_from({**COURSE, "findings": {"source": "reports", "at": "0 09:00", "findings": lines}}).findings
    assert found is not None
    assert (found.source, found.at) == ("reports", occasion("0 09:00"))
    assert [(one.node, one.weight, one.other_way, one.reported) for one in found.findings] == [
        ("W5.2", "concern", True, "May 2026"),
        (None, "strength", False, ""),
    ]
    assert course_from(COURSE).findings is None


@pytest.mark.parametrize("weighs", ["bad", "backwards concern"])
def test_a_weight_that_is_none_is_shown(weighs: str) -> None:
    line = f"Surgery | Late. | W5.2 | {weighs} | May"
    with pytest.raises(ContentError, match="Not a weight"):
        course_from({**COURSE, "findings": {"source": "reports", "at": "0 09:00", "findings": line}})


@pytest.mark.parametrize(
    ("field", "written", "sentence"),
    [
        (
            "spoken",
            "chair 12 = no one said it",
            "Not a session, a minute, who and a sentence: chair 12 = no one said it",
        ),
        ("spoken", "chair 12 ghost | = boo", "Not a session, a minute, who and a sentence: chair 12 ghost | = boo"),
        ("verdicts", "Nights | matched | R1", "Not 4 parts between strokes: Nights | matched | R1"),
        ("request_states", "W1.E2 withdrawn 2 09:00", "Not 2 parts between strokes: W1.E2 withdrawn 2 09:00"),
    ],
)
def test_a_line_of_the_course_that_cannot_be_read_is_shown(field: str, written: str, sentence: str) -> None:
    with pytest.raises(ContentError) as refusal:
        course_from({**COURSE, field: written})
    assert str(refusal.value) == sentence


def test_an_occasion_is_a_day_of_the_visit_or_before_it() -> None:
    assert occasion("2 15:45").on(dt.date(2026, 3, 10)) == dt.datetime(2026, 3, 11, 15, 45, tzinfo=dt.UTC)
    assert occasion("-3 09:00").on(dt.date(2026, 3, 10)) == dt.datetime(2026, 3, 6, 9, 0, tzinfo=dt.UTC)
