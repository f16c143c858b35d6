"""The agenda during the meeting: what is new comes at the end and nothing jumps, whatever is recorded meanwhile."""

from collections.abc import Iterator, Mapping

import msgspec

from wellled_desktop.inspection.corroboration.agenda import Agenda, Item, KloeAgenda, latest_by_key
from wellled_desktop.inspection.read_models import CorroborationOutcome


def kept_in_order(before: Agenda, now: Agenda, outcomes: tuple[CorroborationOutcome, ...]) -> Agenda:
    """`now` in the order of `before`, what is no longer on it marked as over; `outcomes` are those that stand.

    Of another day, `now` as it is.
    """
    if before.day != now.day:
        return now
    latest = latest_by_key((one for one in outcomes if one.day >= now.day), now.day)
    was = {one.kloe: one for one in before.kloes}
    return Agenda(now.day, tuple(_kept(was.get(one.kloe), one, latest) for one in now.kloes))


def _kept(before: KloeAgenda | None, now: KloeAgenda, latest: dict[str, CorroborationOutcome]) -> KloeAgenda:
    if before is None:
        return now
    return msgspec.structs.replace(now, items=tuple(_ordered(before.items, now.items, latest)))


def _ordered(
    before: tuple[Item, ...], now: tuple[Item, ...], latest: dict[str, CorroborationOutcome]
) -> Iterator[Item]:
    present = {item.key: item for item in now}
    for item in before:
        still = present.pop(item.key, None)
        yield still or msgspec.structs.replace(item, over=True, outcome=latest.get(item.key))
    yield from present.values()


def as_decided(agenda: Agenda, decided: Mapping[str, CorroborationOutcome | None]) -> Agenda:
    """The agenda with what was decided since by the item's key; None where an outcome was taken back."""
    replace = msgspec.structs.replace

    def item_now(item: Item) -> Item:
        return replace(item, outcome=decided[item.key], changed=False) if item.key in decided else item

    kloes = (replace(kloe, items=tuple(item_now(item) for item in kloe.items)) for kloe in agenda.kloes)
    return replace(agenda, kloes=tuple(kloes))
