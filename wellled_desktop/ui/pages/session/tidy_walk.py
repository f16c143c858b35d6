"""The walk over the untagged lines of a session: which line is on, what stands around it, how far it has come. No widgets."""

from collections.abc import Sequence

from wellled_desktop.inspection.read_models import NoteLine

_AROUND = 2


class Walk:
    """Lines that get their tags on the walk stay on it: one can go back to them."""

    def __init__(self, lines: Sequence[NoteLine]) -> None:
        self._lines = {line.id: line for line in lines}
        self._order = [line.id for line in lines]
        self._place = {line_id: at for at, line_id in enumerate(self._order)}
        self._walked = [line.id for line in lines if line.retracted_at is None and not line.tags]
        self._at = 0

    @property
    def count(self) -> int:
        return len(self._walked)

    @property
    def position(self) -> int:
        """From 0; the count of lines when it has come to the end."""
        return self._at

    @property
    def tagged(self) -> int:
        return sum(bool(self._lines[line_id].tags) for line_id in self._walked)

    @property
    def current(self) -> NoteLine | None:
        return self._lines[self._walked[self._at]] if self._at < len(self._walked) else None

    def around(self, line: NoteLine) -> tuple[tuple[NoteLine, ...], tuple[NoteLine, ...]]:
        """Two lines before it and two after it, in the order written."""
        at = self._place[line.id]
        before = self._order[max(0, at - _AROUND) : at]
        after = self._order[at + 1 : at + 1 + _AROUND]
        return tuple(self._lines[one] for one in before), tuple(self._lines[one] for one in after)

    def tags_just_before(self, line: NoteLine) -> tuple[str, ...]:
        """The tags of the line before it, those retracted left out: what is said next is often about the same."""
        before = (self._lines[one] for one in reversed(self._order[: self._place[line.id]]))
        return next((one.tags for one in before if one.retracted_at is None), ())

    def go_on(self) -> None:
        """To the next line that has no tag yet."""
        self._at = min(self._at + 1, len(self._walked))
        while (line := self.current) is not None and (line.tags or line.retracted_at is not None):
            self._at += 1

    def go_back(self) -> None:
        self._at = max(0, self._at - 1)

    def go_to(self, line_id: str) -> None:
        self._at = self._walked.index(line_id)

    def begin_again(self) -> None:
        """With the lines that still have no tag."""
        self._walked = [one for one in self._walked if not self._lines[one].tags]
        self._at = 0

    def holds(self, line_id: str) -> bool:
        return line_id in self._lines

    def is_on(self, line_id: str) -> bool:
        return self.current is not None and self.current.id == line_id

    def put(self, line: NoteLine) -> bool:
        """The line as it is now; whether it is one of the walk that has lost its tags."""
        before = self._lines[line.id]
        self._lines[line.id] = line
        return bool(before.tags) and not line.tags and line.id in self._walked
