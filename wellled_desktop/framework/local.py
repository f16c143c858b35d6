"""What a team adds to a published pack for one inspection: questions and evidence items of its own, marked as local.

A local node stands at the end of its kind in its KLOE, and its id (W3.L1) says that it is local. One that was retracted stays
in the pack, so that what is linked to it can be read, and does not apply (see `scope`).
"""

import re
from collections.abc import Iterable, Mapping
from typing import Literal, Protocol

import msgspec

from wellled_desktop.framework.pack import KeyEvidence, Kloe, Pack, Prompt

_LOCAL_ID = re.compile(r"[A-Z]+[0-9]+\.L[0-9]+\Z")


class AddedNode(Protocol):
    """What the record knows of a node that the team added."""

    @property
    def node(self) -> str: ...
    @property
    def kloe(self) -> str: ...
    @property
    def kind(self) -> Literal["prompt", "evidence"]: ...
    @property
    def text(self) -> str: ...
    @property
    def retraction_reason(self) -> str | None: ...


class RetractedNode(msgspec.Struct, frozen=True):
    node: str
    reason: str


class PackInUse(Pack, frozen=True, forbid_unknown_fields=True):
    """A published pack with what the team added; never written anywhere."""

    retracted: tuple[RetractedNode, ...] = ()


def is_local(node: str) -> bool:
    """Whether the id is that of a node the team added: W3.L1."""
    return _LOCAL_ID.match(node) is not None


def pack_with(pack: Pack, added: Iterable[AddedNode]) -> PackInUse:
    """The pack with these nodes, in the order given, in place of any local ones that it has."""
    nodes = tuple(added)
    of_pack = {name: getattr(pack, name) for name in Pack.__struct_fields__}
    of_pack["kloes"] = tuple(_kloe_with(kloe, [one for one in nodes if one.kloe == kloe.id]) for kloe in pack.kloes)
    gone = (RetractedNode(one.node, one.retraction_reason) for one in nodes if one.retraction_reason is not None)
    return PackInUse(**of_pack, retracted=tuple(gone))


def retracted_nodes(pack: Pack) -> Mapping[str, str]:
    """Why each local node that was retracted was; nothing of a pack as published."""
    return {one.node: one.reason for one in pack.retracted} if isinstance(pack, PackInUse) else {}


def marked(node: str, text: str) -> str:
    """The text of a node as it stands among others': a local one says that it is."""
    return f"{text} (local)" if is_local(node) else text


def _kloe_with(kloe: Kloe, added: list[AddedNode]) -> Kloe:
    prompts = tuple(one for one in kloe.prompts if not is_local(one.id))
    evidence = tuple(one for one in kloe.evidence if not is_local(one.id))
    own_prompts = (Prompt(one.node, one.text, ()) for one in added if one.kind == "prompt")
    own_evidence = (KeyEvidence(one.node, one.text, (), "document") for one in added if one.kind == "evidence")
    return msgspec.structs.replace(kloe, prompts=(*prompts, *own_prompts), evidence=(*evidence, *own_evidence))
