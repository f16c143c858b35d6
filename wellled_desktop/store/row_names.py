"""What a person calls a row of a table: by the number it has in the inspection (S-02 l.1), not by its identifier."""

from collections.abc import Callable, Mapping
from typing import Any

Key = tuple[Any, ...]
Rows = dict[Key, dict[str, Any]]


class RowNames:
    """Names rows by what replaying the journal gives, so that a number that was tampered with misleads nobody.

    Where the journal knows nothing of a row, the row itself is asked; where neither tells, the identifier has to do.
    """

    def __init__(self, replayed: Mapping[str, Rows], present: Mapping[str, Rows]) -> None:
        self._sources = (replayed, present)

    def name(self, table: str, key: Key) -> str:
        """The table's plain word and the row's human number; `key` is the row's primary key. Never a person's name."""
        return _NAMES[table](self, *key)

    def cell(self, table: str, key: str, column: str) -> Any:
        """What a row with a key of one column says, or None where neither source has it."""
        rows = (source.get(table, {}).get((key,)) for source in self._sources)
        return next((row[column] for row in rows if row is not None), None)

    def number(self, table: str, key: str) -> int | None:
        """The row's human number; SQLite would also keep a word there, which is none."""
        number = self.cell(table, key, "number")
        return number if isinstance(number, int) else None


def _session(names: RowNames, session_id: str, word: str = "") -> str:
    number = names.number("session", session_id)
    return f"session {session_id}" if number is None else f"{word}S-{number:02d}"


def _line(names: RowNames, line_id: str) -> str:
    session = names.number("session", names.cell("note_line", line_id, "session_id"))
    number = names.number("note_line", line_id)
    known = session is not None and number is not None
    return f"note line S-{session:02d} l.{number}" if known else f"note line {line_id}"


def _entry(names: RowNames, entry_id: str) -> str:
    number = names.number("evidence_entry", entry_id)
    return f"evidence entry {entry_id}" if number is None else f"evidence entry E-{number:03d}"


def _of_entry(names: RowNames, table: str, identifier: str) -> str:
    """An attachment or some pages of the reading plan, by its entry; what a file is called may name somebody."""
    word = {"attachment": "attachment", "reading_part": "pages on the reading plan"}[table]
    entry = names.cell(table, identifier, "entry_id")
    return f"{word} {identifier}" if entry is None else f"{word} of {_entry(names, entry)}"


def _request(names: RowNames, request_id: str) -> str:
    number = names.number("request", request_id)
    return f"request {request_id}" if number is None else f"request R-{number:03d}"


def _question(names: RowNames, question_id: str) -> str:
    session = names.cell("question", question_id, "session_id")
    return f"question {question_id}" if session is None else f"question on the sheet of {_session(names, session)}"


def _telling(names: RowNames, telling_id: str) -> str:
    line = names.cell("telling", telling_id, "line_id")
    return f"log entry {telling_id}" if line is None else f"log entry of immediate concern {_line(names, line)}"


def _participant(names: RowNames, participant_id: str) -> str:
    role = names.cell("participant", participant_id, "role")
    session = names.cell("participant", participant_id, "session_id")
    return f"participant {participant_id}" if role is None else f"participant {role} in {_session(names, session)}"


_NAMES: dict[str, Callable[..., str]] = {
    "inspection": lambda _names, _inspection: "the inspection itself",
    "framework": lambda _names, _inspection: "the framework pack",
    "session": lambda names, session: _session(names, session, "session "),
    "participant": _participant,
    "participant_name": lambda names, participant: f"the name of {_participant(names, participant)}",
    "note_line": _line,
    "line_tag": lambda names, line, node: f"tag {node} of {_line(names, line)}",
    "line_version": lambda names, line, version: f"version {version} of {_line(names, line)}",
    "evidence_state": lambda _names, node: f"key evidence {node}",
    "evidence_entry": _entry,
    "evidence_link": lambda names, entry, node: f"link to {node} of {_entry(names, entry)}",
    "attachment": lambda names, one: _of_entry(names, "attachment", one),
    "reading_part": lambda names, one: _of_entry(names, "reading_part", one),
    "finding": lambda names, one: f"service-level finding on {names.cell('finding', one, 'service') or one}",
    "local_node": lambda names, one: f"local node {names.cell('local_node', one, 'node') or one}",
    "judgement": lambda _names, node: f"judgement on {node}",
    "outcome": lambda names, one: f"outcome {one} on {names.cell('outcome', one, 'kloe') or 'a KLOE'}",
    "session_pause": lambda names, session, position: f"pause {position + 1} in {_session(names, session)}",
    "form_answer": lambda names, session, field: f"answer {field} on the form of {_session(names, session)}",
    "question": _question,
    "request": _request,
    "immediate_concern": lambda names, line: f"immediate concern {_line(names, line)}",
    "telling": _telling,
    "risk": lambda names, risk: f"risk {names.cell('risk', risk, 'reference') or risk}",
    "worry": lambda _names, worry: f"worry {worry}",
    "draft": lambda names, session, device: f"draft in {_session(names, session)} on laptop {device}",
}
