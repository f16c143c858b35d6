"""The ids of a framework's parts, as somebody types one: whether there is such a part, and what there is instead."""

import re

from wellled_desktop.framework.pack import Pack, walk

_PART = re.compile(r"[a-z]*[0-9]+")
_LETTERS = re.compile(r"[a-z]+")


class NodeIds:
    """The ids of one pack, those that the team added among them."""

    def __init__(self, pack: Pack) -> None:
        self._ids = tuple(node.id for _, node in walk(pack))
        self._known = frozenset(map(_plain, self._ids))
        letters = {_LETTERS.match(_plain(kloe.id)) for kloe in pack.kloes}
        begins = "|".join(sorted(re.escape(one.group()) for one in letters if one is not None))
        self._form = re.compile(rf"#?(?:{begins})[0-9]+(?:\.?[a-z]?[0-9]+)*\.?")

    def are_of_this_form(self, typed: str) -> bool:
        """Whether the text as a whole is meant as an id, of a part that there is or of none."""
        return self._form.fullmatch(_plain(typed)) is not None

    def has(self, typed: str) -> bool:
        return _plain(typed).rstrip(".") in self._known

    def none_such(self, typed: str) -> str:
        """A sentence where no id is this one or begins so, with those that there are; "" where one does."""
        parts = _PART.findall(_plain(typed))
        asked, dotless = ".".join(parts), "".join(parts)
        if any(one.startswith(asked) or one.replace(".", "").startswith(dotless) for one in self._known):
            return ""
        above = next((at for at in range(len(parts), 0, -1) if ".".join(parts[:at]) in self._known), 0)
        return f"There is no {asked.upper()}. {self._there_are('.'.join(parts[:above]))}."

    def _there_are(self, above: str) -> str:
        """What stands right under the part; with "" the KLOEs."""
        begins = f"{above}." if above else ""
        under = [one for one in self._ids if _plain(one).startswith(begins) and "." not in one[len(begins) :]]
        kinds: dict[str, list[str]] = {}
        for one in under:
            kinds.setdefault(one.rstrip("0123456789"), []).append(one)
        ranges = [own[0] if len(own) == 1 else f"{own[0]} to {own[-1]}" for own in kinds.values()]
        if not ranges:
            return f"{above.upper()} has no parts of its own"
        *others, last = ranges
        said = f"{', '.join(others)} and {last}" if others else last
        if above:
            return f"In {above.upper()} there {'is' if len(under) == 1 else 'are'} {said}"
        return f"The framework has only {said}" if len(under) == 1 else f"The framework goes from {said}"


def _plain(typed: str) -> str:
    return typed.strip().casefold().lstrip("#")
