"""The first act: a vault, its recovery key, a new inspection, and the window as it is when nothing is recorded yet."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from wellled_desktop.ui.example_day.person import Person
from wellled_desktop.ui.example_day.stage import Stage

INSPECTOR = "Ottoline Quill"
PASSPHRASE = "teapot gravel walrus lantern hedge"  # noqa: S105  # of a vault that holds nothing but this day
TRUST = "Thistledown Vale NHS Trust"
CODE = "ZT9"
TEAM = (("Barnaby Sorrel", "specialist adviser"), ("Perpetua Larch", "inspector"))
_FILE_DIALOG_MS = 150
_MOST_LOOKS = 100


def play(stage: Stage) -> None:
    stage.program.begin()
    _make_vault(stage)
    _keep_recovery_key(stage)
    _make_inspection(stage)
    _look_at_today(stage)


def _make_vault(stage: Stage) -> None:
    person = stage.person
    person.see("Welcome to WellLed Desktop")
    person.type(INSPECTOR)
    person.press("Return")
    person.type("teapot")
    person.see("Too short")
    person.type_anew(PASSPHRASE)
    person.see("Strong")
    person.press("Return")
    person.type(PASSPHRASE)
    stage.tell("First run: a name and a passphrase, which is called strong", "first-run")
    person.press("Return")
    person.see("Your recovery key")


def _keep_recovery_key(stage: Stage) -> None:
    person = stage.person
    file = stage.leavings.path("recovery-key.txt")
    saving = FileDialog(person, str(file))
    person.click("Save as text file…")
    saving.check()
    person.see("Saved. Move the file off this laptop.")
    person.wait("The file of the recovery key", lambda: "recovery key" in file.read_text(encoding="utf-8"))
    person.click("I have put it somewhere safe")
    stage.tell("The vault is made; its recovery key is shown, once, and saved as text", "recovery-key")
    person.click("Continue")


def _make_inspection(stage: Stage) -> None:
    person = stage.person
    person.see("There is none yet.")
    stage.tell("No inspection yet: a new one, or the example", "choose")
    person.click("New inspection…")
    person.find(QLineEdit, "Name of the trust")
    person.type(TRUST)
    person.press("Tab")
    person.type(CODE)
    person.press("Tab", "Space")
    for number, (name, title) in enumerate(TEAM, start=2):
        person.click("Add a person")
        person.find(QLineEdit, f"Name of person {number}")
        person.type(name)
        person.press("Tab", "Tab")
        person.go_into(f"Title of person {number}")
        person.type(title)
    stage.tell(f"A new inspection of {TRUST} is described, with a team of three", "new-inspection")
    person.click("Create the inspection")
    person.wait("The window of the inspection", stage.program.window_is_open)


def _look_at_today(stage: Stage) -> None:
    person = stage.person
    person.see(
        "day 1 of 3", "journal entries of this laptop", "No session is planned for this day.", "OFFICIAL-SENSITIVE"
    )
    stage.tell("The window opens on Today, which says how to begin", "today-empty")


class FileDialog:
    """Answers the file dialog that the next click opens: the dialog holds up whoever opened it, so this comes from a timer."""

    def __init__(self, person: Person, path: str) -> None:
        self._person = person
        self._path = path
        self._looks = 0
        self._answered = False
        self._timer = QTimer()
        self._timer.setInterval(_FILE_DIALOG_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def check(self) -> None:
        """Once the click has come back. Raises NotSeen when there was no dialog to answer."""
        self._timer.stop()
        self._person.wait("The file dialog", lambda: self._answered, seconds=0)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        self._looks += 1
        if isinstance(dialog, QFileDialog):
            self._timer.stop()
            self._answered = True
            self._person.type_anew(self._path)
            self._person.press("Return")
        elif self._looks > _MOST_LOOKS:
            self._timer.stop()
