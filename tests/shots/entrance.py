"""Before an inspection is open: the first run and its recovery key; the lock screen, the list, a new inspection."""

from tests.shots.album import Album
from tests.shots.library import AUTHOR, PASSPHRASE
from wellled_desktop.ui.example_day.program import Program


def photograph_first_run(album: Album) -> None:
    person = album.person
    person.see("Welcome to WellLed Desktop")
    person.type(AUTHOR)
    person.press("Return")
    person.type("teapot gravel")
    album.take("first-run")
    person.type_anew(PASSPHRASE)
    person.press("Return")
    person.type(PASSPHRASE)
    person.press("Return")
    person.see("Your recovery key")
    album.take("recovery-key")
    person.click("I have put it somewhere safe")
    person.click("Continue")
    person.see("There is none yet.")
    album.take("choose-empty")


def photograph_entrance(album: Album, program: Program) -> None:
    """Ends with the example inspection open."""
    person = album.person
    person.see("Unlock")
    person.type("teapot")
    person.press("Return")
    person.see("was not recognised")
    album.take("lock")
    person.type_anew(PASSPHRASE)
    person.press("Return")
    person.wait("The list or the window", lambda: program.window_is_open() or "New inspection" in person.words())
    if program.window_is_open():
        person.press("Ctrl+Shift+W")
    person.see("Inspections on this laptop")
    album.take("choose")
    _photograph_new_inspection(album)
    person.click("Open")
    person.wait("The window", program.window_is_open)


def _photograph_new_inspection(album: Album) -> None:
    person = album.person
    person.click("New inspection…")
    person.see("Name of the trust")
    person.type("Thistledown Vale NHS Trust")
    person.click("Add a person")
    person.click("Create the inspection")
    person.see("Give the trust's provider code")
    album.take("new-inspection")
    person.click("Back")
    person.see("Inspections on this laptop")
