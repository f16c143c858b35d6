"""Blank role cards for paper: for each role what to raise and why, with room to write, each role on pages of its own."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.framework.role_cards import CardEntry, CardKind, card_for
from wellled_desktop.framework.scope import Scope, scope_for
from wellled_desktop.inspection.read_models import InspectionDetail
from wellled_desktop.inspection.speaking import spoken_role
from wellled_desktop.reports.blocks import Block, Document, Facts, Heading, NewPage, SmallHeading, ToWrite, Words
from wellled_desktop.reports.fonts import Fonts
from wellled_desktop.reports.single_holders import SINGLE_HOLDERS
from wellled_desktop.reports.wording import sentence_case
from wellled_desktop.reports.writing import ReportFacts, write_document

_TO_FILL_IN = "_" * 52
_LINES: dict[CardKind, int] = {"prompt": 3, "guidance": 2, "evidence": 2}
_KIND: dict[CardKind, str] = {"prompt": "", "guidance": "Guidance. ", "evidence": "Evidence to ask for. "}
ONE_HOLDER = "One person holds this role at a trust: whoever knows the role knows the person."


def roles_with_a_card(pack: Pack, scope: Scope) -> tuple[str, ...]:
    """The roles, in the framework's order, that apply to the trust and have something to be asked."""
    return tuple(role for role in role_titles(pack) if scope.applies(role) and card_for(pack, (role,), scope))


def write_role_cards(
    inspection: InspectionDetail,
    pack: Pack,
    out: Path,
    fonts: Fonts,
    *,
    roles: Sequence[str] = (),
    made_at: dt.datetime | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ReportFacts:
    """Writes the cards of the roles (none named: all that apply). Raises as `write_document` does."""
    scope = scope_for(pack, inspection.trust_types)
    document = role_cards(inspection, pack, scope, roles or roles_with_a_card(pack, scope))
    moment = made_at or dt.datetime.now(dt.UTC).astimezone()
    return write_document(document, out, fonts, made_at=moment, progress=progress, cancelled=cancelled)


def role_cards(inspection: InspectionDetail, pack: Pack, scope: Scope, roles: Sequence[str]) -> Document:
    blocks: list[Block] = []
    for role in dict.fromkeys(roles):
        blocks += [NewPage()] if blocks else []
        blocks += _card(pack, scope, role)
    return Document(
        title=f"Role cards, {inspection.trust_name}",
        author="WellLed Desktop",
        subject=f"Trust-wide well-led inspection of {inspection.trust_name} ({inspection.provider_code})",
        marking=inspection.marking,
        running_left=inspection.trust_name,
        running_right="Role cards for paper",
        running_foot="Role cards",
        running_record=f"Framework {inspection.framework_version}",
        blocks=tuple(blocks),
        running_section=True,
    )


def _card(pack: Pack, scope: Scope, role: str) -> Iterator[Block]:
    title = sentence_case(spoken_role(role_titles(pack)[role]))
    yield Heading(title, f"role-{role}", standing=ONE_HOLDER if role in SINGLE_HOLDERS else "")
    yield Facts(tuple((what, _TO_FILL_IN) for what in ("Session", "Date and time", "Place", "Inspectors")))
    entries = card_for(pack, (role,), scope)
    if not entries:
        yield Words("The framework raises nothing in particular with this role.", quiet=True)
    for kloe in pack.kloes:
        here = [entry for entry in entries if entry.node.split(".")[0] == kloe.id]
        if here:
            yield SmallHeading(f"{kloe.id}  {kloe.sub_heading}")
            yield from map(_entry, here)


def _entry(entry: CardEntry) -> ToWrite:
    """The interviews that the framework lists as key evidence are not to be asked for in one of them."""
    is_this = entry.reason == "board-level interview evidence"
    why = f"{entry.because} This is one of them." if is_this else f"{_KIND[entry.kind]}{entry.because}"
    ticks = (("Asked for", False), ("Received", False)) if entry.kind == "evidence" and not is_this else ()
    lines = 1 if is_this else _LINES[entry.kind]  # what is the interview itself has little to be written under it
    return ToWrite(entry.node, entry.text, why, ticks, lines, ref=entry.node)
