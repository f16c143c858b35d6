"""The third act: an interview with the chief executive, noted line by line."""

from typing import NamedTuple

from PySide6.QtWidgets import QAbstractItemView

from wellled_desktop.ui.example_day.stage import Stage


class Noted(NamedTuple):
    """A line: what is typed, the keys before it (speaker, type, marks), and the words of a tag looked for with #."""

    text: str
    keys: tuple[str, ...] = ()
    tag: str = ""


LINES = (
    Noted("In post two years; the four values were written with 900 staff, not for them.", tag="values"),
    Noted("Walks one ward each week, unannounced, and keeps a list of what was asked and answered.", tag="W1.2"),
    Noted("Every ward has had its establishment reviewed since April.", keys=("F7",), tag="W2.1"),
    Noted("The strategy runs to 2029 and was refreshed after the merger of the two sites.", tag="strategy"),
    Noted("Could not say which of the objectives is behind, and looked it up.", keys=("Alt+0", "F3", "F8")),
    Noted("A photograph of each executive with their objectives hangs at the main entrance.", keys=("F3",)),
    Noted("Board assurance framework, page 4: risk 12 has no owner since May.", keys=("F4", "F8"), tag="W5.1"),
    Noted("Sickness absence 4.1 %, down from 5.6 % in a year.", keys=("F5",)),
    Noted("The values seem to be known above ward level; below it we have not asked yet.", keys=("F6",)),
    Noted("The executive team meets the governors each quarter, without papers, for an hour.", keys=("Alt+1", "F9")),
    Noted("Two of seven directors are interim.", keys=("F10",)),
    Noted("Succession plans exist for six of the nine"),
)
ADDED = " board posts."
RETRACTED = 11
WHY_RETRACTED = "Said of the divisions, not of the board; asked again and written anew"
DRAFT = "The medical director leaves in spring, and the search"
PLACE = "Board room, Thistledown Infirmary"
LIST = "Note lines"
COMPOSER = "New note line"
_DRAFT_SECONDS = 5


def play(stage: Stage) -> None:
    _begin_session(stage)
    for line in LINES:
        _note(stage, line)
    _pause(stage)
    stage.tell(
        f"{len(LINES)} lines are written: said, seen, read, data, an inference; a claim, concerns", "session-lines"
    )
    _amend(stage)
    _retract(stage)
    _leave_draft(stage)


def _begin_session(stage: Stage) -> None:
    person = stage.person
    person.press("Ctrl+N")
    person.see("New session", "Pick a role to see what to ask.")
    person.type("chief ex")
    person.press("Return")
    person.see("One person holds this role", "things to ask or raise")
    person.go_into("Place")
    person.type(PLACE)
    stage.tell("A new session: an interview with the chief executive, and the form for that role", "new-session")
    person.click("Start now")
    person.see("Interview: chief executive", PLACE)
    person.wait("The composer", lambda: COMPOSER in person.focus_name())
    stage.tell("The session begins: what to ask at the left, lines in the middle, people at the right", "session-empty")


def _note(stage: Stage, line: Noted) -> None:
    person = stage.person
    before = _count(stage)
    person.press(*line.keys)
    person.type(line.text)
    if line.tag:
        person.type(f" #{line.tag}")
        if before == 0:
            stage.tell("# and a word offer the framework's items", "session-completion")
    person.press("Return")
    person.wait(f"Line {before + 1}", lambda: _count(stage) == before + 1)
    person.wait("The line on disk", lambda: "not yet on disk" not in person.words())


def _count(stage: Stage) -> int:
    return stage.person.find(QAbstractItemView, LIST).model().rowCount()


def _pause(stage: Stage) -> None:
    """Somebody comes in; the opening statement is ticked on the way back, and the talk goes on."""
    person = stage.person
    person.press("Ctrl+P")
    person.see("Paused")
    stage.tell("The session is paused", "session-paused")
    person.press("Ctrl+P", "Ctrl+Shift+O")
    person.wait("The composer", lambda: COMPOSER in person.focus_name())


def _amend(stage: Stage) -> None:
    person = stage.person
    person.press("Up")
    person.see(f"Changing l.{len(LINES)}.")
    person.press("End")
    person.type(ADDED)
    person.press("Return")
    person.see(LINES[-1].text + ADDED)
    stage.tell("The last line is changed, within its ten minutes", "session-changed")


def _retract(stage: Stage) -> None:
    person = stage.person
    person.click_row(LINES[RETRACTED - 1].text, of=LIST)
    person.press("Del")
    person.see(f"Why retracted: l.{RETRACTED}?")
    person.type(WHY_RETRACTED)
    person.press("Return")
    person.see(f"retracted: {WHY_RETRACTED}")
    stage.tell(f"Line {RETRACTED} is retracted, with a reason; it stays readable", "session-retracted")
    person.press("Esc")


def _leave_draft(stage: Stage) -> None:
    person = stage.person
    person.wait("The composer", lambda: COMPOSER in person.focus_name())
    person.type(DRAFT)
    place = stage.program.place()
    session = place.key if place is not None else ""
    person.wait("The draft on disk", lambda: stage.program.draft_on_disk(session) == DRAFT, _DRAFT_SECONDS)
    stage.tell("A line is left unfinished: its draft is on disk within a second", "session-draft")
