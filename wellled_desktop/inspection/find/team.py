"""Finding somebody of the inspection team, by the name they sign with or by its initials."""

from collections.abc import Sequence

from wellled_desktop.framework.finding import words
from wellled_desktop.inspection.commands import TeamMember
from wellled_desktop.inspection.find.known import Thing, Things, is_of_record
from wellled_desktop.inspection.find.query import Query
from wellled_desktop.inspection.read_models import Session

LEAST_LETTERS = 2
"""One letter begins the names of half the team."""


class Team:
    def __init__(self, members: Sequence[TeamMember]) -> None:
        self._members = {member.name: member for member in members}
        self._names = Things([Thing(name, name) for name in self._members])
        self._initials = {name: _initials(name) for name in self._members}

    def find(self, query: Query) -> tuple[TeamMember, ...]:
        """By their initials, or by the beginnings of the words of their names, in any order."""
        typed = "".join(words(query.typed))
        if is_of_record(query) or len(typed) < LEAST_LETTERS:
            return ()
        by_initials = [name for name, initials in self._initials.items() if typed in initials]
        by_name = [one.id for one in self._names.find(query.typed, len(self._members))]
        return tuple(self._members[name] for name in dict.fromkeys((*by_initials, *by_name)))

    def has(self, word: str) -> bool:
        """Whether a word of somebody's name begins so."""
        return bool(self._names.find(word, 1))


def _initials(name: str) -> tuple[str, ...]:
    """Of all the names, and of the first and the last."""
    letters = [word[0] for word in words(name)]
    return "".join(letters), "".join((*letters[:1], *letters[1:][-1:]))


def sessions_of(name: str, sessions: Sequence[Session]) -> tuple[Session, ...]:
    """Those they lead or take the notes of, the latest first; none that was cancelled."""
    own = [one for one in sessions if name in (one.lead, one.note_taker) and one.cancelled_at is None]
    return latest_first(own)


def latest_first(sessions: Sequence[Session]) -> tuple[Session, ...]:
    """By when they began, or are to begin; those without a time last."""

    def begins(session: Session) -> tuple[float, int]:
        at = session.started_at or session.planned_start
        return 0.0 if at is None else at.timestamp(), session.number

    return tuple(sorted(sessions, key=begins, reverse=True))
