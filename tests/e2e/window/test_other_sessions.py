"""Sessions that are no interview, held by keyboard alone on the real window."""

import re

from tests.e2e.window import other_sessions
from tests.e2e.window.at_work import AtWork


def test_a_focus_group_of_fourteen_keeps_a_head_count_and_no_names(work: AtWork) -> None:
    other_sessions.hold_focus_group(work)
    session, answers = work.session(), work.answers()
    assert session.kind == "focus-group"
    assert answers["head-count"].answer == 14
    assert answers["who-came"].answer == other_sessions.WHO_CAME
    assert not any(person.has_name for person in session.participants)
    assert [one.speaker for one in work.lines()] == ["several", "nobody-answered", "disagreement", "silence"]


def test_a_panel_of_four_shows_who_spoke_how_much(work: AtWork) -> None:
    other_sessions.hold_panel(work)
    session = work.session()
    four = tuple(person.id for person in session.present)
    assert (session.kind, len(four)) == ("panel", 4)
    assert [one.speaker for one in work.lines()] == [*four, "disagreement"]
    assert {speaker: lines for speaker, lines in work.shares().items() if speaker in four} == dict.fromkeys(four, 1)
    shown = work.person.words()
    for role in ("chief executive", "medical director", "director of HR"):
        assert re.search(rf"{role} \d+ %", shown), role


def test_the_observation_of_a_board_is_what_was_seen_with_the_form_of_an_observation(work: AtWork) -> None:
    other_sessions.observe_board(work)
    session, answers = work.session(), work.answers()
    assert (session.kind, session.planned_minutes) == ("observation", 90)
    assert answers["quorate"].answer == "yes"
    assert answers["challenge-seen"].answer == other_sessions.CHALLENGE
    assert "opening-statement" not in answers
    assert [one.line_type for one in work.lines()] == ["seen", "seen", "data"]
    assert work.lines()[1].weight == "strength"


def test_sessions_are_added_one_after_the_other_without_a_wait_between_the_keys(work: AtWork) -> None:
    """Alt+S on the schedule that is there already does not take the caret from the quick line a moment later."""
    work.plan("9:00 trust chair 45", "", "first-added")
    work.plan("10:00 governors 30", "", "second-added")
    assert sorted(one.roles[0] for one in work.sessions()) == ["governors", "medical-director", "trust-chair"]
