"""The last act: the example inspection is made, and every place of it is looked at, in the light and in the dark."""

from wellled_desktop.ui.example_day.interview import COMPOSER
from wellled_desktop.ui.example_day.stage import Stage

PANEL = "Divisional leadership, medicine and emergency care"
PROMPT = "W3.2"
_EXAMPLE_SECONDS = 600  # half a minute, on a laptop with nothing else to do


def play(stage: Stage) -> None:
    person = stage.person
    person.click("Open the example inspection")
    person.wait("The example inspection", stage.program.window_is_open, _EXAMPLE_SECONDS)
    person.see("journal entries of this laptop")
    stage.tell("The example inspection is made and opened: an invented trust, its three days in 38 sessions")
    _look_round(stage, "light")
    _go_dark(stage)
    _look_round(stage, "dark")


def _look_round(stage: Stage, scheme: str) -> None:
    person = stage.person
    person.press("Ctrl+1")
    person.see("Coverage at a glance", "journal entries of this laptop")
    stage.tell(f"Today, {scheme}", f"example-today-{scheme}")
    person.click_row("W3  Culture", of="Navigator")
    person.press_until("Down", f"{PROMPT}:")
    person.see("Supports (")
    stage.tell(f"W3 with {PROMPT} selected, {scheme}", f"example-kloe-{scheme}")
    person.press("Ctrl+3")
    person.see(PANEL)
    stage.tell(f"All sessions by day, {scheme}", f"example-sessions-{scheme}")
    person.click_row(PANEL)
    person.press("Return")
    person.see(f"Panel: {PANEL}")
    person.wait("The composer", lambda: COMPOSER in person.focus_name())
    stage.tell(f"A long panel session, {scheme}", f"example-session-{scheme}")
    for keys, piece, name in _LISTS:
        person.press(keys)
        person.see(piece)
        stage.tell(f"{name.capitalize()}, {scheme}", f"example-{name}-{scheme}")


_LISTS = (
    ("Ctrl+4", "E-001", "evidence"),
    ("Ctrl+5", "asked of the trust", "requests"),
    ("Ctrl+6", "Day report", "reports"),
)


def _go_dark(stage: Stage) -> None:
    """By the menu: View, Dark."""
    person = stage.person
    person.press("Alt+V")
    person.see("Dark")
    stage.tell("The View menu: light, dark, or as the system is", "menu")
    person.press("D")
    person.settle()
