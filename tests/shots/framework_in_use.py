"""What the team added to the framework, and another trust type. Nothing is recorded: the other looks show the same."""

from tests.shots.album import Album


def photograph_framework_in_use(album: Album) -> None:
    person = album.person
    person.click_row("W1  Leadership", of="Navigator")
    person.press_until("Down", "W1.L1:")
    person.see("the team's own", "Supports (2)")
    album.take("kloe-own")
    person.press("N")
    person.see("Add to W1")
    person.type("How are porters and cleaners heard at this trust?")
    album.take("kloe-own-form")
    person.press("Esc", "Alt+I", "T")
    person.see("Nothing changes: this is what is recorded.")
    person.press("Space", "Tab", "Space")
    person.see("from now on")
    album.take("trust-type")
    person.press("Esc")
