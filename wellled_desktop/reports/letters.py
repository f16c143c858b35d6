"""Characters the report's typeface cannot draw: never dropped, never an empty box, but their Unicode number in brackets."""

import re
import unicodedata
from collections.abc import Iterable

from wellled_desktop.inspection.read_models import DayReport

# Characters that draw nothing or turn the direction of what follows: a reader must see that they are there.
_INVISIBLE = {"Cc", "Cf", "Co", "Cs"}
_SPACES = re.compile("[\t\u1680\u2000-\u200a\u202f\u205f\u3000]")


class Letters:
    """What can be drawn with a typeface that has the characters of `covers`."""

    def __init__(self, covers: frozenset[str]) -> None:
        drawn = (re.escape(one) for one in sorted(covers) if unicodedata.category(one) not in _INVISIBLE)
        self._missing = re.compile(f"[^{''.join(drawn)}\\n]+")

    def shown(self, text: str) -> str:
        """The text as it prints: composed (é as one character), every kind of space one kind, others as [U+1F600]."""
        if text.isascii():
            return text.replace("\t", " ")
        return self._missing.sub(_numbers, _SPACES.sub(" ", unicodedata.normalize("NFC", text)))

    def missing(self, texts: Iterable[str]) -> int:
        """How many characters of the texts print as their number."""
        typed = (_SPACES.sub(" ", unicodedata.normalize("NFC", text)) for text in texts if not text.isascii())
        return sum(len(found) for text in typed for found in self._missing.findall(text))


def typed_in(report: DayReport) -> Iterable[str]:
    """Everything in a day report that somebody typed and that prints."""
    inspection = report.inspection
    yield from (inspection.trust_name, inspection.provider_code, inspection.marking, report.author or "")
    for member in inspection.team:
        yield from (member.name, member.title)
    for session in report.sessions:
        yield from (session.title, session.place, session.lead, session.note_taker)
        yield from (one.label for one in session.participants)
    for line in report.lines:
        yield from (line.text, line.retraction_reason or "")
    for undone in report.retractions:
        if undone.restored is not None:
            yield from (undone.reason, undone.restored.reason)
    for version in report.amended:
        yield from (version.text, version.reason or "")
    for state in (*report.evidence_states, *report.requested):
        yield state.reason or ""
    for entry in (*report.evidence_entries, *report.linked_entries):
        yield from (entry.title, entry.owner, entry.remarks)
    printed = {line.id for line in report.lines}
    yield from (line.text for line in report.open_claims if line.id not in printed)
    for request in report.requests:
        yield from (request.asked_for, request.asked_of, request.state_reason or "")
    for concern in report.concerns:
        yield concern.line.text
        yield from (words for telling in concern.tellings for words in (telling.told, telling.reply))


def _numbers(found: re.Match[str]) -> str:
    return f"[{' '.join(f'U+{ord(one):04X}' for one in found.group())}]"
