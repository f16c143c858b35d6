"""A KLOE of the pack as the rows of its page, in the framework's order: text, quiet words, limits. No widget, no record."""

from typing import Literal

import msgspec
from PySide6.QtCore import QCoreApplication

from wellled_desktop.framework.local import is_local
from wellled_desktop.framework.pack import (
    Erratum,
    Guidance,
    KeyEvidence,
    Kloe,
    Pack,
    Prompt,
    Reference,
    SubItem,
    role_titles,
)
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.speaking import spoken_role
from wellled_desktop.inspection.words import SourceKind
from wellled_desktop.ui.kit.source_kinds import likely_source
from wellled_desktop.ui.kit.words import in_words

SectionKind = Literal["kloe", "prompt", "guidance", "evidence", "reference"]


class NodeItem(msgspec.Struct, frozen=True):
    """One row. `about` are quiet words of the framework's own (kind, roles named); `note` a limit that hides nothing;
    `left_out` why it does not apply to this trust, else None."""

    id: str
    kind: SectionKind
    text: str
    nested: bool = False
    about: str = ""
    note: str = ""
    left_out: str | None = None
    erratum: Erratum | None = None
    source_kind: SourceKind = "document"

    @property
    def tickable(self) -> bool:
        return self.kind == "evidence" and not self.retracted

    @property
    def judged(self) -> bool:
        """Whether the team can give a judgement on it."""
        return self.kind in ("prompt", "kloe") and not self.retracted

    @property
    def local(self) -> bool:
        """Whether the team added it."""
        return is_local(self.id)

    @property
    def retracted(self) -> bool:
        """Only that ever keeps what the team added from applying."""
        return self.local and self.left_out is not None


class Section(msgspec.Struct, frozen=True):
    """A heading with its rows: those that apply, and those folded away; `retracted` are local ones."""

    kind: SectionKind
    title: str
    items: tuple[NodeItem, ...]
    left_out: tuple[NodeItem, ...]
    footnotes: tuple[str, ...] = ()
    retracted: tuple[NodeItem, ...] = ()


def sections_of(kloe: Kloe, pack: Pack, scope: Scope) -> tuple[Section, ...]:
    titles = role_titles(pack)
    parts: tuple[tuple[SectionKind, str, tuple[Prompt | Guidance | KeyEvidence | Reference, ...]], ...] = (
        ("prompt", _tr("Prompts"), kloe.prompts),
        ("guidance", _tr("Trust-level guidance"), kloe.guidance),
        ("evidence", _tr("Key evidence"), kloe.evidence),
        ("reference", _tr("References"), kloe.references),
    )
    footnotes = tuple(f"{note.mark} {note.on}: {note.text}" for note in kloe.footnotes)
    return tuple(
        _section(kind, title, _items(kind, nodes, titles, scope), footnotes if kind == "reference" else ())
        for kind, title, nodes in parts
        if nodes or (kind == "reference" and footnotes)
    )


def whole_of(kloe: Kloe) -> NodeItem:
    """The row that stands for the KLOE itself: what is linked anywhere under it."""
    return NodeItem(kloe.id, "kloe", _tr("Everything under %1").replace("%1", kloe.id), erratum=kloe.erratum)


def kind_in_words(item: NodeItem) -> str:
    """What the row is, as the framework calls it."""
    words: dict[SectionKind, str] = {
        "kloe": _tr("key line of enquiry"),
        "prompt": _tr("prompt"),
        "guidance": _tr("trust-level guidance"),
        "evidence": _tr("key evidence"),
        "reference": _tr("reference"),
    }
    return words[item.kind]


def printed_wording(erratum: Erratum) -> str:
    """What the published document prints where the text was repaired, and what was done about it."""
    return _tr("Printed: “%1” %2").replace("%1", erratum.printed).replace("%2", erratum.repair)


def _section(kind: SectionKind, title: str, items: list[NodeItem], footnotes: tuple[str, ...]) -> Section:
    applying = tuple(item for item in items if item.left_out is None)
    left_out = tuple(item for item in items if item.left_out is not None and not item.retracted)
    return Section(kind, title, applying, left_out, footnotes, tuple(item for item in items if item.retracted))


def _items(
    kind: SectionKind,
    nodes: tuple[Prompt | Guidance | KeyEvidence | Reference, ...],
    titles: dict[str, str],
    scope: Scope,
) -> list[NodeItem]:
    items: list[NodeItem] = []
    for node in nodes:
        items.append(_item(kind, node, titles, scope))
        if isinstance(node, Guidance | KeyEvidence):
            items += [_item(kind, below, titles, scope, above=node) for below in node.items]
    return items


def _item(
    kind: SectionKind,
    node: Prompt | Guidance | KeyEvidence | Reference | SubItem,
    titles: dict[str, str],
    scope: Scope,
    above: Guidance | KeyEvidence | None = None,
) -> NodeItem:
    note = scope.note(node.id) or ""
    if above is not None and note == scope.note(above.id):
        note = ""
    return NodeItem(
        id=node.id,
        kind=kind,
        text=node.text,
        nested=above is not None,
        about=_about(node, titles),
        note=note,
        left_out=scope.reason(node.id),
        erratum=node.erratum,
        source_kind=_source_kind(above if isinstance(node, SubItem) else node),
    )


def _about(node: Prompt | Guidance | KeyEvidence | Reference | SubItem, titles: dict[str, str]) -> str:
    if is_local(node.id):
        return _tr("local: the team's own")
    if isinstance(node, KeyEvidence):
        roles = ", ".join(spoken_role(titles.get(role, role)) for role in node.roles)
        return f"{in_words(node.kind)} · {roles}" if roles else in_words(node.kind)
    return (node.note or "") if isinstance(node, Reference) else ""


def _source_kind(node: object) -> SourceKind:
    """What an entry for the item most likely comes from."""
    return likely_source(node.kind) if isinstance(node, KeyEvidence) else "document"


def _tr(text: str) -> str:
    return QCoreApplication.translate("KloePage", text)
