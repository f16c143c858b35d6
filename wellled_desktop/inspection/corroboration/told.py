"""How what lies behind an item is told at the meeting: its number, which way it points, from whom by source; never by name."""

from collections.abc import Mapping

import msgspec

from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.inspection.corroboration.masking import Masking
from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine, ServiceFinding
from wellled_desktop.inspection.single_holders import SINGLE_HOLDERS
from wellled_desktop.inspection.speaking import POINTS_OTHER_WAY, spoken_delay, spoken_marks, spoken_role, spoken_voice
from wellled_desktop.inspection.triangulation.sources import (
    RoleSources,
    Source,
    role_sources,
    source_of_role,
    spoken_source,
)
from wellled_desktop.inspection.words import SessionKind

_ONE_OF: dict[Source, str] = {
    "executive": "one of the executives",
    "non-executive": "one of the non-executives",
    "governor": "one of the governors",
    "senior-leader": "one of the senior leaders",
    "staff": "one of the staff",
    "public": "one of the public",
    "external": "somebody outside the trust",
}


class Told(msgspec.Struct, frozen=True):
    """`ref` is S-03 l.27 or E-014 ("" for a finding), `head` what it is and from whom, `id` the record's."""

    id: str
    ref: str
    head: str
    text: str


class Speaking:
    """Who said it, for everybody's eyes. A role that one person holds names that person, so only its source is said."""

    def __init__(self, pack: Pack, masking: Masking) -> None:
        self._titles = role_titles(pack)
        self._sources: RoleSources = role_sources(pack)
        self.masking = masking

    def role(self, role: str, kind: SessionKind = "interview") -> str:
        if role in SINGLE_HOLDERS:
            source = source_of_role(self._sources, role, kind)
            return _ONE_OF[source]
        return spoken_role(self._titles.get(role, role))

    def line(self, linked: LinkedLine, kinds: Mapping[str, SessionKind]) -> Told:
        """`kinds` are those of the sessions, by id."""
        line = linked.line
        who = spoken_voice(line.speaker)
        if not who and line.line_type in ("said", "data"):
            kind = kinds[line.session_id]
            who = ", ".join(dict.fromkeys(self.role(role, kind) for role in self._roles(linked)))
        parts = (line.line_type, *spoken_marks(line), who, spoken_delay(line))
        return Told(line.id, line.ref, " · ".join(part for part in parts if part), self.masking(line.text))

    def _roles(self, linked: LinkedLine) -> tuple[str, ...]:
        return (linked.role,) if linked.role else linked.session_roles[:1]

    def entry(self, entry: EvidenceEntry, node: str) -> Told:
        parts = (entry.source_kind.replace("-", " "), POINTS_OTHER_WAY if node in entry.other_way else "")
        return Told(entry.id, entry.ref, " · ".join(part for part in parts if part), self.masking(entry.title))

    def finding(self, finding: ServiceFinding) -> Told:
        way = POINTS_OTHER_WAY if finding.points_other_way else ""
        parts = (spoken_source("service-level-finding"), way, self.masking(finding.service))
        return Told(finding.id, "", " · ".join(part for part in parts if part), self.masking(finding.text))
