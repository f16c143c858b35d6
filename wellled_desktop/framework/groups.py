"""The groups of staff and of patients that an inspection asks after, as the pack's data; what was heard of them is not here."""

from typing import Literal

import msgspec

GroupSide = Literal["staff", "patients"]


class GroupWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of the framework that ask after a group, as they stand in the node's text."""

    node: str
    words: str


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group of staff, or of patients and those close to them, that an inspection may have heard or not.

    `characteristic` is the protected characteristic of the Equality Act 2010 that it stands for, where it does. `also_asked` are
    words of the framework that name this very group, beside those that ask after its whole side.
    """

    id: str
    title: str
    side: GroupSide
    characteristic: str = ""
    also_asked: tuple[GroupWords, ...] = ()


class GroupsAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of the framework that ask after a range of groups of one side, none of them by its name."""

    side: GroupSide
    words: tuple[GroupWords, ...]
