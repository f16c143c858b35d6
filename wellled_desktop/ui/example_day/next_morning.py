"""The fifth act: the window is closed and opened again, everything is there, and the record is proved sound."""

from wellled_desktop.ui.example_day import arrival, interview
from wellled_desktop.ui.example_day.journal_text import write_journal
from wellled_desktop.ui.example_day.person import NotSeen
from wellled_desktop.ui.example_day.stage import Stage
from wellled_desktop.vault.library import Library

JOURNAL = "journal.txt"


def play(stage: Stage) -> None:
    _close_and_open_again(stage)
    _write_journal(stage)
    _verify(stage)


def _close_and_open_again(stage: Stage) -> None:
    person = stage.person
    left = stage.program.place()
    person.press("Ctrl+Q")
    person.wait("The closing of the window", lambda: not stage.program.window_is_open())
    stage.program.end()
    stage.program.begin()
    person.see("Passphrase", "Unlock")
    stage.tell("The window is closed, and the program begins again at the lock screen", "lock")
    person.type(arrival.PASSPHRASE)
    person.press("Return")
    person.wait("The window of the inspection", stage.program.window_is_open)
    person.wait("The place that was left", lambda: stage.program.place() == left)
    person.see(interview.DRAFT, "put back", interview.LINES[0].text)
    stage.tell("The passphrase leads to the same place, and the draft is still there", "session-again")


def _write_journal(stage: Stage) -> None:
    reader = stage.program.reader()
    try:
        count = write_journal(reader, arrival.TRUST, stage.leavings.path(JOURNAL))
    finally:
        reader.close()
    stage.tell(f"The journal is written out as text: {count} entries")


def _verify(stage: Stage) -> None:
    """On the closed inspection, as `wellled verify` does."""
    person = stage.person
    inspection = stage.program.prepared.detail.id
    person.press("Ctrl+Shift+W")
    person.see("Inspections on this laptop", arrival.TRUST)
    vault = Library(stage.program.library).unlock(arrival.PASSPHRASE)
    try:
        verification = vault.verify_inspection(inspection)
    finally:
        vault.close()
    if not verification.sound:
        raise NotSeen(f"A sound record did not come about: {verification.findings[0].problem}")
    stage.tell(
        f"The inspection is verified: {verification.entries} entries, {verification.rows} rows, all sound",
        "choose-again",
    )
