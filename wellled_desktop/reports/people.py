"""How a report speaks of people at the trust: by role and label, and never by name."""

from collections.abc import Iterable

from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.inspection.read_models import DayReport, NoteLine, Participant, Session
from wellled_desktop.inspection.speaking import repeats, role_and_label, spoken_role, spoken_voice
from wellled_desktop.reports.single_holders import single_holders
from wellled_desktop.reports.wording import listed, sentence_case


class People:
    """The roles of one report: titles from the framework, speakers by the id their lines carry."""

    def __init__(self, pack: Pack, sessions: Iterable[Session], lines: Iterable[NoteLine] = ()) -> None:
        """Who was taken off the list of a session is not listed, unless one of `lines` is theirs."""
        self._titles = role_titles(pack)
        self._participants = {one.id: one for session in sessions for one in session.participants}
        self._spoke = {line.speaker for line in lines}

    def title(self, role: str) -> str:
        """The role's title in the framework, to be used within a sentence; "a sample of" says how many to see, not who."""
        return spoken_role(self._titles.get(role, role))

    def speaker(self, participant_id: str | None) -> str:
        """The speaker's role and label, or the voice ("several", "silence"); "" for nobody in particular."""
        participant = self._participants.get(participant_id or "")
        return self.participant(participant) if participant else spoken_voice(participant_id)

    def participant(self, participant: Participant) -> str:
        return role_and_label(self.title(participant.role), participant.label)

    def in_session(self, session: Session) -> str:
        """Each role of the session, one a line of text, with the labels of those who held it."""
        people = [one for one in session.participants if not one.removed or one.id in self._spoke]
        roles = dict.fromkeys((*session.roles, *(one.role for one in people)))
        return "\n".join(self._role_with_labels(role, people) for role in roles)

    def _role_with_labels(self, role: str, participants: Iterable[Participant]) -> str:
        said = self.title(role)
        labels = [one.label for one in participants if one.role == role and one.label and not repeats(one.label, said)]
        title = sentence_case(said)
        if any("," in label for label in labels):
            return f"{title} ({'; '.join(labels)})"
        return f"{title} ({listed(labels)})" if labels else title

    def single_holders(self, report: DayReport) -> tuple[str, ...]:
        """Titles of the roles, anywhere in the report, that are one person each."""
        pinned = (one.line for one in report.concerns)
        speakers = (self._role_of(line) for line in (*report.lines, *report.open_claims, *pinned))
        of_sessions = (role for session in report.sessions for role in session.roles)
        taking_part = (one.role for session in report.sessions for one in session.participants)
        roles = single_holders(role for role in (*of_sessions, *taking_part, *speakers) if role)
        return tuple(self.title(role) for role in roles)

    def _role_of(self, line: NoteLine) -> str:
        participant = self._participants.get(line.speaker or "")
        return participant.role if participant else ""
