"""The Evidence page in full: an entry being changed, and the checklist with how far its interviews are."""

from tests.shots.album import Album


def photograph_evidence(album: Album) -> None:
    """With the log on show; nothing is recorded, for the next look begins with the same inspection."""
    person = album.person
    person.press("F2")
    person.see("Keep the changes", "Answers the request")
    album.take("evidence-change")
    person.press("Esc", "Alt+C")
    person.see("roles interviewed")
    album.take("evidence-checklist")
    person.press("Alt+L")
