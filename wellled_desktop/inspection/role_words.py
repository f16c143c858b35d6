"""Which roles a line of typing or a calendar's summary speaks of: by title, its parts, its initials, and the pack's aliases."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from wellled_desktop.framework.finding import words
from wellled_desktop.framework.pack import Alias, Pack, role_titles
from wellled_desktop.inspection.speaking import spoken_role

Form = tuple[str, ...]
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+|\(s\))*")
_SMALL = frozenset({"of", "the", "and", "to", "for", "from", "a", "s"})
_LEAST_BEGUN = 3
_SHORT = 5
_LEAST_INITIALS = 2


class RoleFound(msgspec.Struct, frozen=True):
    """A role and the letters of the text that speak of it, from `start` up to `end`."""

    role: str
    start: int
    end: int


class RoleWords:
    """The names of a pack's roles, sorted once; `find` then takes well under a millisecond."""

    def __init__(self, pack: Pack) -> None:
        self._by_first: dict[str, list[tuple[Form, str]]] = {}
        self._initials: set[Form] = set()
        self._typed: set[Form] = set()
        seen: set[Form] = set()
        # Own names of all roles go before what aliases and initials add to any of them.
        for forms in (_own_forms, _added_forms, _typed_forms):
            for role, title in role_titles(pack).items():
                for form in forms(role, title, pack.aliases):
                    if form and form not in seen:
                        seen.add(form)
                        if forms is _added_forms and len(form) == 1 and len(form[0]) < _SHORT:
                            self._initials.add(form)
                        if forms is _typed_forms:
                            self._typed.add(form)
                        self._by_first.setdefault(form[0][0], []).append((form, role))
        for known in self._by_first.values():
            known.sort(key=lambda one: (-len(one[0]), -sum(map(len, one[0]))))

    def find(self, text: str, *, small_initials: bool = False) -> tuple[RoleFound, ...]:
        """The roles in the order spoken of, the longest name first where several fit; each role once.

        Short names made of initials count in capitals only (Ned is a person), unless `small_initials` says that somebody
        types roles and sees what was understood; then a chair without a name is the trust's.
        """
        found: dict[str, RoleFound] = {}
        tokens = _tokens(text, small_initials=small_initials)
        at = 0
        while at < len(tokens):
            fitting = self._at(tokens, at, typed=small_initials)
            if fitting is None:
                at += 1
                continue
            role, length = fitting
            found.setdefault(role, RoleFound(role, tokens[at].start, tokens[at + length - 1].end))
            at += length
        return tuple(found.values())

    def spoken(self, typed: str) -> tuple[str, ...]:
        """The roles that the whole of what was typed names, and nothing besides: CEO; ftsu and cfo; nobody, for CEO x."""
        found = self.find(typed, small_initials=True)
        left = typed
        for one in reversed(found):
            left = left[: one.start] + left[one.end :]
        return () if _TOKEN.search(left) else tuple(one.role for one in found)

    def _at(self, tokens: "Sequence[_Token]", at: int, *, typed: bool) -> tuple[str, int] | None:
        for form, role in self._by_first.get(tokens[at].word[0], ()):
            spoken = [token.word for token in tokens[at : at + len(form)]]
            if len(spoken) == len(form) and all(map(_same, spoken, form)):
                if form in self._initials and not tokens[at].in_capitals:
                    continue
                if form in self._typed and not (typed and self._stands_alone(tokens, at + 1)):
                    continue
                return role, len(form)
        for form, role in self._by_first.get(tokens[at].word[0], ()):
            spoken = [token.word for token in tokens[at : at + len(form)]]
            if 1 < len(spoken) == len(form) and all(map(_begun, spoken, form)):
                return role, len(form)
        return None

    @staticmethod
    def _stands_alone(tokens: "Sequence[_Token]", after: int) -> bool:
        """The chair, but not the chair of something else."""
        return after >= len(tokens) or tokens[after].word != "of"


class _Token(msgspec.Struct, frozen=True):
    word: str
    start: int
    end: int
    in_capitals: bool


def _tokens(text: str, *, small_initials: bool) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(text):
        plain = "".join(words(match.group()))
        if plain:
            capitals = small_initials or match.group().rstrip("s").isupper()
            found.append(_Token(plain, match.start(), match.end(), capitals))
    return found


def _same(spoken: str, word: str) -> bool:
    """A plural apart."""
    return spoken == word or (len(spoken) > 1 and spoken.rstrip("s") == word.rstrip("s"))


def _begun(spoken: str, word: str) -> bool:
    """A word cut short: chief exec."""
    return _same(spoken, word) or (len(spoken) >= _LEAST_BEGUN and word.startswith(spoken))


def _own_forms(role: str, title: str, _aliases: Sequence[Alias]) -> Iterator[Form]:
    """The title, its parts at a stroke, the id, and "finance director" for "director of finance"."""
    spoken = spoken_role(title).replace("(s)", "s")
    parts = (spoken, *spoken.split("/"))
    for part in (*parts, role.replace("-", " ")):
        form = tuple(words(part))
        yield form
        if "of" in form[1:-1]:
            at = form.index("of")
            rest = form[at + 2 :] if form[at + 1] == "the" else form[at + 1 :]
            yield (*rest, *form[:at])
        if len(form) == 2 and form[0] == "chief":
            yield (*form, "officer")


def _added_forms(role: str, title: str, aliases: Sequence[Alias]) -> Iterator[Form]:
    own = tuple(dict.fromkeys(_own_forms(role, title, aliases)))
    for form in own:
        yield from _through_aliases(form, aliases)
    for form in own:
        for letters in (form, tuple(word for word in form if word not in _SMALL)):
            if len(letters) > _LEAST_INITIALS - 1 and len(form) > 1:
                yield ("".join(word[0] for word in letters),)


def _typed_forms(role: str, title: str, aliases: Sequence[Alias]) -> Iterator[Form]:
    """What says enough where somebody sees at once what was understood: chair, for the trust chair; FTSU, for its guardian."""
    for form in _own_forms(role, title, aliases):
        if form[:1] == ("trust",) and len(form) > 1:
            yield form[1:]
        for first, *rest in _through_aliases(form, aliases):
            if rest == ["guardian"] and first not in form:
                yield (first,)


@cache  # asked for each form of each role: without it, sorting the names of the framework's roles took 120 ms
def _names_of(alias: Alias) -> tuple[Form, ...]:
    return tuple(tuple(words(name)) for name in (alias.term, alias.means, *alias.now))


def _through_aliases(form: Form, aliases: Sequence[Alias]) -> Iterator[Form]:
    """The form with one name exchanged for another: FTSU guardian."""
    for alias in aliases:
        names = _names_of(alias)
        for old in names:
            for at in range(len(form) - len(old) + 1):
                if all(map(_same, form[at : at + len(old)], old)):
                    yield from ((*form[:at], *new, *form[at + len(old) :]) for new in names if new != old)
