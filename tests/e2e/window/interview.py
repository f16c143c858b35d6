"""The interview with a chief executive, from the schedule to the sign-off, by keyboard alone. Each step ends with a picture."""

from PySide6.QtWidgets import QApplication

from tests.e2e.window.at_work import COMPOSER, AtWork

FIRST = "In post two years; walks one ward each week, unannounced"
ON_THE_QUESTION = "On that: asks the board each quarter, and writes the answers down"
CLAIM = "The staffing of every ward has been on the risk register since April"
BROKEN = ("Two of seven directors are interim:", "finance since May, people since July")
CORRECTED = ", strategy since June"
CONCERN = "Staff on ward 4 were told not to report medicine errors"
TOLD = "Nursing director"
REPLY = "Will go to the ward today"
HIDDEN = ("The finance director's post", " is offered to somebody from outside")
OWN_QUESTION = "Which ward would you rather we did not visit?"
WORRIES = ("Discharge in winter", "The medical records store", "The roof of the east wing")
SUMMARY = "Knows the wards. Could not say which objective is behind."


def hold(work: AtWork) -> None:
    _plan_and_prepare(work)
    _begin(work)
    _note(work)
    _correct(work)
    _follow_up(work)
    _pause_and_hide(work)
    _end(work)
    _close(work)


def _plan_and_prepare(work: AtWork) -> None:
    work.plan("10:30 chief executive 45 board room by Quillon", "", "quick-add")
    work.open_planned()
    work.picture("session-planned")
    work.press("Ctrl+Shift+D")
    work.wait("The question sheet on disk", lambda: len(work.questions()) >= 4)
    work.see(f"{len(work.questions())} questions, ")
    work.picture("question-sheet")
    before = len(work.questions())
    work.press("Alt+O")
    work.type(f"{OWN_QUESTION} #W3.5")
    work.press("Return")
    work.wait("The question of one's own", lambda: len(work.questions()) == before + 1)
    work.see(OWN_QUESTION)
    work.press("Esc", "Alt+Down", "Alt+X")
    work.wait("The first question dropped", lambda: any(one.state == "dropped" for one in work.questions()))
    work.focus_on(COMPOSER)
    work.picture("sheet-prepared")


def _begin(work: AtWork) -> None:
    """The first line begins the session; somebody else has come along."""
    work.line(FIRST)
    work.wait("The session begun", lambda: work.session().started_at)
    work.press("Ctrl+Shift+O")
    work.wait("The opening statement", lambda: "opening-statement" in work.answers())
    work.press("Ctrl+Shift+A")
    work.focus_on("Role")
    work.press("Ctrl+A")
    work.type("company sec")
    work.picture("somebody-comes")
    work.press("Esc", "Return")
    work.wait("Two in the room", lambda: len(work.session().present) == 2)
    work.press("Esc")
    work.focus_on(COMPOSER)
    work.picture("begun")


def _note(work: AtWork) -> None:
    work.press("Alt+Down")
    work.press("Ctrl+Return")
    work.wait("The question asked", lambda: any(one.state == "asked" for one in work.questions()))
    work.line(ON_THE_QUESTION, "Alt+1")
    work.press("Alt+W")
    work.wait("The question answered", lambda: any(one.state == "answered" for one in work.questions()))
    work.picture("question-answered")
    work.line("The values were written with 900 staff, not for them", tag="values")
    _speak_as_secretary(work)
    work.line("A photograph of each executive hangs at the main entrance", "F3")
    work.line("Board assurance framework, page 4: risk 12 has no owner since May", "F4", "F8", tag="W5.1")
    work.line("Sickness absence 4.1 %, down from 5.6 % in a year", "F5", "F9")
    work.line("The values seem to be known above ward level; below it we have not asked yet", "F6", "F10")
    work.line(CLAIM, "Alt+1", "F7", tag="W2.1")
    work.picture("claim-and-what-could-prove-it")


def _speak_as_secretary(work: AtWork) -> None:
    """@ and the beginning of a role offer who is in the room."""
    work.type("@comp")
    work.picture("speaker-offered")
    work.press("Return")
    work.line("Board minutes are public within a week")


def _correct(work: AtWork) -> None:
    before = len(work.lines())
    work.press("Alt+1")
    work.type(BROKEN[0])
    work.press("Shift+Return")
    work.type(BROKEN[1])
    work.picture("line-broken")
    work.press("Return")
    work.wait("The broken line", lambda: len(work.lines()) == before + 1)
    work.wait("The line shown as on disk", lambda: "not yet on disk" not in work.person.words())
    work.press("Up")
    work.see(f"Changing l.{before + 1}.")
    work.press("Ctrl+End")
    work.type(CORRECTED)
    work.picture("corrected")
    work.press("Return")
    work.wait("The correction", lambda: work.lines()[-1].text.endswith(CORRECTED))


def _follow_up(work: AtWork) -> None:
    work.press("Ctrl+M")
    work.focus_on("Key evidence that could prove the claim")
    work.picture("proof")
    work.press("1")
    work.wait("The request", lambda: len(work.follow_up().requests) == 1)
    work.see(f"{work.follow_up().requests[0].ref} asked for")
    work.picture("request-made")
    work.type(CONCERN)
    work.press("Ctrl+I")
    work.see("is pinned as an immediate concern. Ctrl+I again: who was told.")
    work.focus_on(COMPOSER)
    work.picture("pinned")
    work.press("Ctrl+I")
    work.focus_on("Who was told, by role")
    work.type(TOLD)
    work.picture("immediate-concern")
    work.press("Return")
    work.wait("The log", lambda: work.follow_up().concerns and work.follow_up().concerns[0].tellings)
    work.focus_on(COMPOSER)
    work.see("no reply yet", f"{TOLD} told, ")
    work.person.press_until("Tab", "Who was told, when, and their reply")
    work.press("Return")
    work.focus_on("Their reply")
    work.type(REPLY)
    work.press("Return")
    work.wait("The reply", lambda: work.follow_up().concerns[0].tellings[0].reply)
    work.press("Esc")
    work.picture("concern-logged")


def _pause_and_hide(work: AtWork) -> None:
    work.press("Ctrl+P")
    work.wait("The pause", lambda: work.session().paused)
    work.picture("paused")
    work.press("Ctrl+P")
    work.wait("The end of the pause", lambda: not work.session().paused)
    work.press("Ctrl+B")
    work.type(HIDDEN[0])
    work.picture("hidden-at-the-table")
    work.line(HIDDEN[1])
    work.press("Ctrl+B", "Alt+Down", "Ctrl+J")
    work.wait("The large card", lambda: work.person.window().windowTitle() == "Question")
    work.picture("large-card")
    work.press("Right", "Esc")
    work.focus_on(COMPOSER)


def _end(work: AtWork) -> None:
    work.press("Ctrl+Shift+E")
    work.wait("The end", lambda: work.session().ended_at)
    work.picture("ended")
    work.wait("Undo in the menu", lambda: work.edit_menu()[0].startswith("Undo: "))
    work.press("Ctrl+Z")
    work.wait("The end taken back", lambda: not work.session().ended_at)
    work.wait("Redo in the menu", lambda: work.edit_menu()[1].startswith("Redo: "))
    work.press("Ctrl+Shift+Z")
    work.wait("The end once more", lambda: work.session().ended_at)


def _tag_line(work: AtWork) -> None:
    """By its likeliest node; where its words point to none, by one that is typed."""
    work.wait("The list of offers to go", lambda: QApplication.activePopupWidget() is None)
    if "point to nothing in particular" not in work.person.words():
        work.press("1")
        return
    work.press("#")
    work.type("W1.1")
    work.press("Return")


def _close(work: AtWork) -> None:
    work.press("Ctrl+Shift+T")
    work.see("Tidy up")
    untagged = sum(not one.tags for one in work.lines())
    work.see(f"1 of {untagged}")
    work.picture("tidy-up")
    work.press("S")
    _tag_line(work)
    work.press("#")
    work.type("W1.1")
    work.picture("tidy-up-any-other")
    work.press("Return")
    for _ in range(untagged - 2):
        _tag_line(work)
    work.see("have their tags now")
    work.picture("tidied")
    work.press("Esc")
    work.focus_on(COMPOSER)
    work.press("Ctrl+Shift+F")
    work.person.press_until("Tab", "Top three worries 1")
    for worry in WORRIES:
        work.type(worry)
        work.press("Return")
    work.picture("worries")
    work.person.press_until("Tab", "Summary")
    work.type(SUMMARY)
    work.picture("summary")
    work.press("Ctrl+Shift+S")
    work.see("off? It can still be amended")
    work.picture("sign-off")
    work.press("Return")
    work.wait("The sign-off", lambda: work.session().signed_off_at)
    work.picture("signed-off")
