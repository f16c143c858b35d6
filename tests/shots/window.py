"""The places of the window, on the example inspection."""

from PySide6.QtWidgets import QAbstractItemView

from tests.shots.album import Album
from tests.shots.attachments import photograph_attachments
from tests.shots.documents import photograph_documents
from tests.shots.evidence import photograph_evidence
from tests.shots.find import photograph_find
from tests.shots.findings import photograph_findings
from tests.shots.framework_in_use import photograph_framework_in_use
from wellled_desktop.ui.example_day.interview import COMPOSER
from wellled_desktop.ui.example_day.program import Program
from wellled_desktop.ui.example_day.tour import PANEL

_LISTS = (
    ("Ctrl+4", "E-001", "evidence"),
    ("Ctrl+5", "asked of the trust", "requests"),
    ("Ctrl+6", "Day report", "reports"),
)


def photograph_window(album: Album, program: Program) -> None:
    assert program.window_is_open()
    person = album.person
    person.press("Ctrl+1")
    person.see("Coverage at a glance", "journal entries of this laptop")
    album.take("today")
    person.press("F1")
    person.see("Everywhere")
    album.take("shortcuts")
    person.press("Esc")
    _photograph_kloes(album)
    for keys, piece, name in _LISTS:
        person.press(keys)
        person.see(piece)
        album.take(name)
    person.press("Ctrl+4", "Ctrl+Shift+E")
    person.see("What was gathered")
    album.take("evidence-form")
    person.press("Esc")
    photograph_evidence(album)
    photograph_attachments(album)
    photograph_findings(album)
    photograph_documents(album)
    _photograph_triangulation(album)
    _photograph_corroboration(album)
    _photograph_sessions(album)
    photograph_framework_in_use(album)
    photograph_find(album)


def _photograph_triangulation(album: Album) -> None:
    person = album.person
    person.press("Ctrl+8")
    person.see("with something linked", "Advice on W1.1")
    person.press("Down", "Down", "Down", "Down", "Right")
    person.see("W1.L1, executive (2)")
    album.take("triangulation")
    person.press("Alt+U")
    person.see("Disabled staff", "The framework asks")
    album.take("groups-heard")
    person.press("A", "A")
    album.take("groups-heard-advice")
    person.press("Alt+S")


def _photograph_corroboration(album: Album) -> None:
    person = album.person
    person.press("Ctrl+9")
    person.see("New today", "to weigh", seconds=60)
    person.press("Right", "Right", "Down")
    person.see("W3  Culture", "one of the staff", seconds=60)
    album.take("corroboration")
    person.press("F")
    person.see("Leave full screen", "one of the staff")
    album.take("corroboration-full")
    person.press("R")
    person.see("Make the request")
    album.take("corroboration-request")
    person.press("Esc", "Esc")
    person.see("Find anything")


def _photograph_kloes(album: Album) -> None:
    person = album.person
    person.click_row("W3  Culture", of="Navigator")
    person.press_until("Down", "W3.2:")
    person.see("Supports (")
    album.take("kloe")
    _photograph_weighing(album)
    person.press_until("Down", "W3.E4:")
    album.take("kloe-evidence")
    person.click_row("W4  Governance", of="Navigator")
    person.press_until("Down", "W4.4:")
    person.click(person.button_beginning("Does not apply to this trust"))
    album.take("kloe-folded")


def _photograph_weighing(album: Album) -> None:
    """W1.3, which others contradict; nothing of it stays, for the next look begins with the same inspection."""
    person = album.person
    person.click_row("W1  Leadership", of="Navigator")
    person.press_until("Down", "W1.3:")
    person.see("Points the other way (")
    person.press("J", "C")
    person.type("Leaders say they are seen; nights and the community say they are not.")
    person.press("Esc", "O")
    album.take("kloe-other-way")
    person.press("Esc", "L")
    person.type("staff survey")
    person.see("Staff survey 2025")
    album.take("kloe-finder")
    person.press("Esc", "J", "Backspace", "Down", "Ctrl+A", "Backspace", "Esc")
    person.click_row("W3  Culture", of="Navigator")
    person.press_until("Down", "W3.2:")


def _photograph_sessions(album: Album) -> None:
    person = album.person
    person.press("Ctrl+3")
    person.see(PANEL)
    album.take("sessions")
    person.press("Alt+S")
    person.see("Double-booked")
    album.take("schedule")
    person.press("Alt+L")
    person.see(PANEL)
    person.press("Ctrl+N")
    person.see("Pick a role to see what to ask.")
    person.type("chief ex")
    person.press("Return")
    person.type("medical")
    person.press("Return")
    person.see("things to ask or raise")
    album.take("new-session")
    person.press("Esc")
    person.click_row(PANEL)
    person.press("Return")
    person.see(f"Panel: {PANEL}")
    person.wait("The composer", lambda: COMPOSER in person.focus_name())
    album.take("session")
    person.type("Both directors named the same three risks #risk")
    person.find(QAbstractItemView, "What is offered for what is being typed")
    album.take("session-completion")
    person.press("Esc", "Ctrl+A", "Backspace")
    person.press("Shift+Tab", "Up", "Up")
    album.take("session-line")
