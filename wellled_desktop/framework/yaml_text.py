"""One YAML text made into plain values, with the line each of them stands on.

Built straight from libyaml's events and never composed, so an alias bomb, a tag or a pit of brackets is refused before
anything grows. Plain scalars are text, whole numbers, true, false or null; there are no dates, floats or yes and no.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

DEEPEST = 24
MOST_VALUES = 20_000
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,15}\Z")
_CONSTANTS: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}


class YamlProblem(Exception):
    """Why a text is not the YAML a pack may be written in, and where: `line` counts from 1, `path` is as in YamlText."""

    def __init__(self, expected: str, line: int | None = None, path: str = "") -> None:
        super().__init__(expected)
        self.expected = expected
        self.line = line
        self.where = "" if line is None else where(line, path)


def where(line: int, path: str) -> str:
    """A place both for an editor and for a person: line 14 (prompts[1].text)."""
    inside = path.removeprefix("$").removeprefix(".")
    return f"line {line} ({inside})" if inside else f"line {line}"


@dataclass(frozen=True)
class YamlText:
    """The values of one text; `lines` has the line of each value by its path (`$.prompts[2].text`)."""

    value: object
    lines: dict[str, int] = field(default_factory=dict)

    def line(self, path: str) -> int:
        """The line of the value at this path, or of the nearest value around it."""
        while path and path not in self.lines:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.lines.get(path, 1)


def read_yaml(content: bytes) -> YamlText:
    """The values in a YAML text; raises YamlProblem with the line where it stops being one."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise YamlProblem("text in UTF-8 was expected and this is not text", line) from None
    builder = _Builder()
    try:
        return builder.build(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = f"YAML was expected and this is not YAML ({error.problem or error.context})"
        raise YamlProblem(problem, mark.line + 1 if mark else None) from None
    except yaml.YAMLError:
        raise YamlProblem("text was expected and there are characters that no text has") from None


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


class _Builder:
    """Follows the events of one document, keeping the line of every value."""

    def __init__(self) -> None:
        self.lines: dict[str, int] = {}

    def build(self, events: Iterator[yaml.Event]) -> YamlText:
        self.events = events
        self._expect(yaml.StreamStartEvent)
        started = next(events)
        if not isinstance(started, yaml.DocumentStartEvent):
            raise YamlProblem("the fields of a pack were expected and the file is empty")
        value = self._value(next(events), "$", 0)
        self._expect(yaml.DocumentEndEvent)
        after = next(events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise YamlProblem("one YAML document was expected and a second begins", _line(after))
        return YamlText(value, self.lines)

    def _expect(self, kind: type[yaml.Event]) -> None:
        event = next(self.events)
        if not isinstance(event, kind):  # pragma: no cover - libyaml keeps its own grammar
            raise YamlProblem("one YAML document was expected", _line(event))

    def _value(self, event: yaml.Event, path: str, depth: int) -> object:
        line = _line(event)
        self.lines[path] = line
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise YamlProblem("each text is written out in full: anchors (&) and aliases (*) are refused", line, path)
        if getattr(event, "tag", None) is not None:
            raise YamlProblem("plain values were expected: tags (!) are refused", line, path)
        if len(self.lines) > MOST_VALUES:
            raise YamlProblem(f"a pack's file has at most {MOST_VALUES:,} values", line, path)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line, path)
        if depth >= DEEPEST:
            raise YamlProblem(f"lists and fields stand at most {DEEPEST} deep in one another", line, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path, depth)
        return self._fields(path, depth)

    def _scalar(self, event: yaml.ScalarEvent, line: int, path: str) -> object:
        value: str = event.value
        if event.implicit[0]:
            if value in _CONSTANTS:
                return _CONSTANTS[value]
            if _WHOLE_NUMBER.match(value):
                return int(value)
        if not value.strip():
            raise YamlProblem("words were expected and the text is empty", line, path)
        return value

    def _list(self, path: str, depth: int) -> list[object]:
        values: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            values.append(self._value(event, f"{path}[{len(values)}]", depth + 1))
        return values

    def _fields(self, path: str, depth: int) -> dict[str, object]:
        values: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent) or event.anchor is not None or event.tag is not None:
                raise YamlProblem("the name of a field was expected", line, path)
            name: str = event.value
            if name in values:
                raise YamlProblem(f"each field stands once and “{name[:40]}” stands twice", line, path)
            values[name] = self._value(next(self.events), f"{path}.{name}", depth + 1)
        return values
