"""What is wrong with a pack, in one sentence: the file, the place in it, and what was expected there."""

import re
from typing import get_args

from wellled_desktop.framework.groups import GroupSide
from wellled_desktop.framework.pack import TRUST_TYPES, CardReason, EvidenceKind, PersonSource
from wellled_desktop.framework.yaml_text import YamlText, where

_VALIDATION = re.compile(r"(?P<what>.*?)(?: - at `(?P<path>\$.*)`)?\Z", re.DOTALL)
_EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<found>[^`]+)`")
_MISSING = re.compile(r"Object missing required field `(?P<field>[^`]+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<field>[^`]+)`")
_NOT_A_CHOICE = re.compile(r"Invalid enum value (?P<found>.+)")
_KINDS = {
    "str": "text",
    "int": "a whole number",
    "bool": "true or false",
    "null": "nothing",
    "array": "a list",
    "object": "a group of fields",
}
_CHOICES: dict[str, tuple[str, ...]] = {
    "kind": get_args(EvidenceKind),
    "reason": get_args(CardReason),
    "source": get_args(PersonSource),
    "in_focus_group": get_args(PersonSource),
    "trust_types": TRUST_TYPES,
    "group": ("key", "other"),
    "side": get_args(GroupSide),
    "section": ("responsibility", "role"),
    "confidence": ("high", "medium", "low"),
}


class PackError(Exception):
    """A pack that cannot be used; as text it is the one sentence to show. What has the same `cause` need be told only once."""

    def __init__(self, file: str, place: str, expected: str, cause: str = "") -> None:
        super().__init__(f"{file}, {place}: {expected}." if place else f"{file}: {expected}.")
        self.file = file
        self.place = place
        self.expected = expected
        self.cause = cause


def wrong_value(file: str, read: YamlText, message: str) -> PackError:
    """A msgspec validation message told in plain words, with the line it is about."""
    match = _VALIDATION.match(message)
    path = (match and match["path"]) or "$"
    what = match["what"] if match else message
    return PackError(file, where(read.line(path), path), _in_plain_words(what, path))


def _in_plain_words(what: str, path: str) -> str:
    if match := _EXPECTED.match(what):
        return f"{_named(match['wanted'])} was expected and {_named(match['found'])} is there"
    if match := _MISSING.match(what):
        return f"the field “{match['field']}” was expected and is missing"
    if match := _UNKNOWN.match(what):
        return f"the field “{match['field'][:40]}” is not one that can stand here"
    if match := _NOT_A_CHOICE.match(what):
        field = re.sub(r"\[[0-9.]*\]", "", path).rpartition(".")[2]
        allowed = ", ".join(_CHOICES.get(field, ()))
        return f"one of {allowed} was expected and {match['found'][:60]} is there"
    return what[:1].lower() + what[1:]


def _named(types: str) -> str:
    return " or ".join(_KINDS.get(one.strip(), one.strip()) for one in types.split("|"))
