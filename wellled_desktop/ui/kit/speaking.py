"""How people in a session, and their lines, are spoken of on screen: by role and label, a name only where somebody asks."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.read_models import LinkedLine, NoteLine, Participant, Session
from wellled_desktop.inspection.speaking import (
    role_and_label,
    spoken_after_sign_off,
    spoken_delay,
    spoken_role,
    spoken_voice,
)


def speaker_words(participant: Participant, titles: dict[str, str]) -> str:
    """The role and the label as `role_and_label` puts them, and the name where it is asked for."""
    words = role_and_label(titles.get(participant.role, participant.role), participant.label)
    return f"{words}, {participant.name}" if participant.name else words


def session_words(session: Session, titles: dict[str, str]) -> str:
    """Who the session is with, or its title where it has one."""
    if session.title:
        return session.title
    return ", ".join(spoken_role(titles.get(role, role)) for role in session.roles)


def who_words(linked: LinkedLine, titles: dict[str, str]) -> str:
    """The speaker of a line; where nobody in particular spoke, whose session it was."""
    voice = spoken_voice(linked.line.speaker)
    if voice:
        return voice
    if not linked.role:
        return ", ".join(spoken_role(titles.get(role, role)) for role in linked.session_roles)
    return role_and_label(titles.get(linked.role, linked.role), linked.label)


def standing_words(line: NoteLine) -> tuple[str, ...]:
    """What a reader must know of how the line came to stand as it does."""
    words: list[str] = []
    if line.retracted_at is not None:
        words.append(_tr("retracted: %1").replace("%1", line.retraction_reason or ""))
    signed_off = spoken_after_sign_off(line)
    if line.amendments and line.after_sign_off != "amended":
        words.append(_tr("amended"))
    return tuple(word for word in (*words, signed_off, spoken_delay(line)) if word)


def words_of(line: NoteLine) -> str:
    """Its words on one line, for a list that shows nothing else of it; with what they must not be read without."""
    words = " ".join(line.text.split())
    late = ", ".join(part for part in (spoken_after_sign_off(line), spoken_delay(line)) if part)
    return f"{words} ({late})" if late else words


def _tr(words: str) -> str:
    return QCoreApplication.translate("NoteLine", words)
