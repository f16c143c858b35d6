"""The second act: on the page of W1 key evidence is ticked and requested, and an evidence entry is recorded."""

from wellled_desktop.ui.example_day.stage import Stage

TICKED = "W1.E3"
ENTRY = "Board development programme, papers of the last two years"
REQUESTED = "W1.E5"
REASON = "Asked of the company secretary; promised for tomorrow morning"


def play(stage: Stage) -> None:
    person = stage.person
    person.press("Ctrl+2")
    person.see("Report sub-heading: ")
    stage.tell("The page of W1: its question, prompts, guidance and checklist", "kloe-w1")
    _tick(stage)
    _record(stage)
    _request(stage)


def _tick(stage: Stage) -> None:
    person = stage.person
    person.press_until("Down", f"{TICKED}:")
    person.press("Space")
    person.wait(f"{TICKED} gathered", lambda: "gathered" in person.focus_name())
    stage.tell(f"{TICKED} is ticked with Space: gathered", "kloe-ticked")


def _record(stage: Stage) -> None:
    person = stage.person
    person.press("Ctrl+R")
    person.wait("The line for an entry", lambda: f"Record an evidence entry for {TICKED}" in person.focus_name())
    person.type(ENTRY)
    person.press("Return")
    person.see(f"Recorded for {TICKED}.", ENTRY)
    stage.tell(f"An evidence entry for {TICKED} is recorded beside it", "kloe-entry")
    person.press("Esc")


def _request(stage: Stage) -> None:
    person = stage.person
    person.press_until("Down", f"{REQUESTED}:")
    person.press("R")
    person.wait(f"{REQUESTED} requested", lambda: "requested" in person.focus_name())
    person.press("Return")
    person.wait("The reason's field", lambda: "Of whom, or why" in person.focus_name())
    person.type(REASON)
    person.press("Return")
    person.wait(f"{REQUESTED} with its reason", lambda: REASON in person.focus_name())
    stage.tell(f"{REQUESTED} is requested with R, with a reason", "kloe-requested")
