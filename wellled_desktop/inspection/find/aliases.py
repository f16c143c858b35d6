"""The other names for what is looked for, both ways: ICB finds CCG, and "clinical commissioning group" finds both."""

from collections.abc import Sequence

from wellled_desktop.framework.finding import words
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.find.query import Phrase

Form = tuple[str | None, ...]


class OtherNames:
    """The names of one pack's aliases, sorted once. `framework.finding` adds the same names to the texts of the nodes."""

    def __init__(self, pack: Pack) -> None:
        self._others: dict[Form, dict[tuple[str, ...], None]] = {}
        for alias in pack.aliases:
            names = [tuple(words(name)) for name in (alias.term, alias.means, *alias.now)]
            forms = [form for name in names for form in _one_and_many(name)]
            for form in forms:
                self._others.setdefault(form, {}).update(dict.fromkeys(forms))
        self._longest = max(map(len, self._others), default=0)

    def at(self, typed: Sequence[str | None], start: int) -> tuple[int, tuple[Phrase, ...]]:
        """How many words from `start` on go together (the longest name there is, else the one word), and their other names."""
        for length in range(min(self._longest, len(typed) - start), 0, -1):
            form = tuple(typed[start : start + length])
            if form in self._others:
                return length, tuple(Phrase(other) for other in self._others[form] if other != form)
        return 1, ()


def _one_and_many(form: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return (form,) if form[-1].endswith("s") else (form, (*form[:-1], f"{form[-1]}s"))
