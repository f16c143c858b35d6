"""Documents: a PDF with its words, a citation of it, a photograph, and the reading plan of one entry and of all."""

from tests.shots.album import Album

PAPER, PHOTOGRAPH = "17 February 2026.pdf", "whiteboard.jpg"


def photograph_documents(album: Album) -> None:
    """Nothing is recorded, for the next look begins with the same inspection."""
    person = album.person
    _open(album, PAPER)
    person.see("of 2", "by paragraphs")
    person.press("Down", "Down")
    album.take("document")
    person.press("C")
    person.see("Write the line")
    album.take("document-cite")
    person.press("Esc", "Esc")
    _open(album, PHOTOGRAPH)
    person.wait("The photograph", lambda: person.focus_name().startswith("Picture of"))
    album.take("document-picture")
    person.press("X")
    person.see("Without the place where it was taken")
    album.take("document-export")
    person.press("Esc", "Esc")
    person.press("Ctrl+4", "Alt+P")
    person.see("of 137 pages read")
    album.take("reading-plan")
    person.press("Return")
    person.see("Plan the reading…")
    person.press("P")
    person.see("Who reads which pages of")
    person.type_anew("412-500")
    person.press("Tab")
    person.type("Idris Thistlewood, Wren Hathersage")
    person.see("412–456")
    album.take("reading-split")
    person.press("Esc")


def _open(album: Album, name: str) -> None:
    """By Find anything, as the entry of a document is found most quickly."""
    person = album.person
    person.press("Ctrl+K")
    person.type_anew(name)
    person.see("Attachments, by their names")
    person.press("Return")
