"""An interview held by keyboard alone leaves in the record everything that was said and done, and the record is sound."""

from PySide6.QtGui import QImage

from tests.colours import colours_in
from tests.e2e.window import interview
from tests.e2e.window.at_work import AtWork
from tests.e2e.window.trust import AUTHOR
from wellled_desktop.vault.library import Vault


def test_a_whole_interview_by_keyboard_from_the_schedule_to_the_sign_off(work: AtWork, vault: Vault) -> None:
    interview.hold(work)
    _the_session_is_as_it_was_held(work)
    _the_lines_are_as_they_were_typed(work)
    _what_follows_is_kept(work)
    _every_step_has_a_picture(work)
    inspection = vault.inspections()[0]
    work.leave()
    assert vault.verify_inspection(inspection.id).sound


def _the_session_is_as_it_was_held(work: AtWork) -> None:
    session = work.session()
    assert (session.state, session.signed_off_by, session.lead) == ("signed off", AUTHOR, AUTHOR)
    assert (session.place, session.planned_minutes) == ("board room", 45)
    assert len(session.pauses) == 1
    assert [person.role for person in session.present] == ["chief-executive", "company-secretary"]
    answers = {field: one.answer for field, one in work.answers().items()}
    assert answers["opening-statement"] is True
    assert answers["top-worries"] == interview.WORRIES
    assert answers["summary"] == interview.SUMMARY
    states = [one.state for one in work.questions()]
    assert (states.count("answered"), states.count("dropped")) == (1, 1)
    assert interview.OWN_QUESTION in {one.text for one in work.questions()}


def _the_lines_are_as_they_were_typed(work: AtWork) -> None:
    lines, (chief, secretary) = work.lines(), work.session().present
    assert [one.line_type for one in lines] == [
        "said", "said", "said", "said", "seen", "read", "data", "inference", "said", "said", "said", "said",
    ]  # fmt: skip
    assert [one.speaker for one in lines[:5]] == [chief.id, chief.id, chief.id, secretary.id, None]
    assert all(one.tags for one in lines)
    answered = next(one for one in work.questions() if one.state == "answered")
    assert lines[1].tags == (answered.node,)
    assert "W1.1" in lines[3].tags
    assert [one.number for one in lines if one.weight == "concern"] == [6]
    assert [one.number for one in lines if one.weight == "strength"] == [1, 7]
    assert [one.number for one in lines if one.points_other_way] == [8]
    assert [one.text for one in lines if one.claim] == [interview.CLAIM]
    assert lines[9].text == "\n".join(interview.BROKEN) + interview.CORRECTED
    assert lines[11].text == "".join(interview.HIDDEN)
    assert all(one.written_after_end_minutes is None and not one.amendments for one in lines)


def _what_follows_is_kept(work: AtWork) -> None:
    follow_up, lines = work.follow_up(), work.lines()
    assert [(one.ref, one.line) for one in follow_up.requests] == [("R-001", lines[8].id)]
    assert [one.line.text for one in follow_up.concerns] == [interview.CONCERN]
    assert [(one.told, one.reply) for one in follow_up.concerns[0].tellings] == [(interview.TOLD, interview.REPLY)]


def _every_step_has_a_picture(work: AtWork) -> None:
    assert len(work.pictures) == 28
    for path in work.pictures:
        assert len(colours_in(QImage(str(path)))) > 10, path.name
