"""Roles as people type them on the command line: each is one of the framework's ids, or the likeliest ids are named."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from wellled_desktop.cli.exits import NOT_FOUND, Stop
from wellled_desktop.cli.typed import quoted
from wellled_desktop.framework.pack import Pack, role_titles

MOST_NAMED = 3
LEAST_LIKENESS, FAR_BEHIND = 0.6, 0.25


def check_roles(pack: Pack, typed: Sequence[str]) -> None:
    """Raises Stop for the first that is none of the pack's."""
    titles = role_titles(pack)
    unknown = next((role for role in typed if role not in titles), None)
    if unknown is not None:
        likely = _likeliest(titles, unknown)
        meant = f" Did you mean {' or '.join(likely)}?" if likely else ""
        raise Stop(
            f"{quoted(unknown)} is not a role of this inspection's framework.{meant} “wellled framework show” lists all, "
            "each with its id.",
            NOT_FOUND,
        )


def _likeliest(titles: dict[str, str], typed: str) -> list[str]:
    """The ids most like what was typed, the likeliest first; none that is far behind it."""
    likeness = {role: _likeness(role, title, typed) for role, title in titles.items()}
    least = max(LEAST_LIKENESS, max(likeness.values(), default=0.0) - FAR_BEHIND)
    return sorted((role for role in titles if likeness[role] >= least), key=lambda role: -likeness[role])[:MOST_NAMED]


def _likeness(role: str, title: str, typed: str) -> float:
    wanted = _words(typed)
    return max(_alike(form, wanted) for form in (_words(role), *(_words(part) for part in title.split("/"))))


def _alike(words: list[str], wanted: list[str]) -> float:
    """By the letters, by the words that both have, or by the first letters (cfo), whichever is most alike."""
    together, initials = " ".join(wanted), "".join(word[0] for word in words)
    shared = len(set(words) & set(wanted)) / max(len(wanted), 1)
    by_initials = SequenceMatcher(None, initials, together).ratio() if len(together) <= len(initials) + 1 else 0.0
    return max(SequenceMatcher(None, " ".join(words), together).ratio(), shared * 0.9, by_initials)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.casefold())
