"""The reads of the evening meeting: its agenda, what lies behind an item, and its minutes; people's names are taken out here."""

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, case, func, select

from wellled_desktop.framework.pack import Pack, node_texts, role_titles
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.corroboration.agenda import Agenda, Weighed, drawn_up
from wellled_desktop.inspection.corroboration.deciding import Became
from wellled_desktop.inspection.corroboration.digest import FreshLine, NewToday, digest
from wellled_desktop.inspection.corroboration.masking import Masking, words_in
from wellled_desktop.inspection.corroboration.minutes import Minuted, Minutes, OutcomeWords, replaced
from wellled_desktop.inspection.read_models import CorroborationOutcome, Session
from wellled_desktop.inspection.triangulation.proving import Proofs
from wellled_desktop.inspection.triangulation.sources import Attribution, line_source, role_sources
from wellled_desktop.inspection.triangulation.triangulating import Triangulated
from wellled_desktop.inspection.words import VOICES
from wellled_desktop.store import overview, reading, talk_reading, triangulation_reading, weighing_reading
from wellled_desktop.store import tables as t
from wellled_desktop.store.day_counts import zone_on
from wellled_desktop.store.journal import read_head

_LINE, _TAG, _SESSION, _WHO = t.note_line.c, t.line_tag.c, t.session.c, t.participant.c


class Basis:
    """What does not change from reading to reading: kept while a page lives."""

    def __init__(self, pack: Pack, scope: Scope) -> None:
        self.pack = pack
        self.scope = scope
        self.proofs = Proofs(pack, scope)


class Evening(msgspec.Struct, frozen=True):
    """The agenda, the outcomes that stand, and by the outcome's id what each became and what may be shown of it."""

    agenda: Agenda
    outcomes: tuple[CorroborationOutcome, ...]
    became: dict[str, Became]
    words: dict[str, OutcomeWords]
    masking: Masking


def evening_of(connection: Connection, *, today: dt.date) -> dt.date:
    """The day to be talked about: the last one, no later than today, that has something; else the first of the inspection."""
    days = [day for day in overview.days_with_something(connection) if day <= today]
    detail = reading.inspection_detail(connection)
    return days[-1] if days else detail.start_date if detail else today


def days_to_talk_about(connection: Connection) -> tuple[tuple[dt.date, int], ...]:
    """The days of the inspection and those that have something, in order, each with how many outcomes stand of its meeting."""
    detail = reading.inspection_detail(connection)
    decided = Counter(one.day for one in weighing_reading.outcomes(connection))
    days = {*overview.days_with_something(connection), *(detail.dates if detail else ()), *decided}
    return tuple((day, decided[day]) for day in sorted(days))


def evening(
    connection: Connection, *, basis: Basis, day: dt.date | None = None, today: dt.date | None = None
) -> Evening:
    """The agenda of that day's meeting; with no day, of the evening of `today`. 50 ms with 4,450 lines."""
    day = day or evening_of(connection, today=today or dt.date.max)
    masking = masking_of(connection, basis.pack)
    found = triangulation_reading.triangulated(connection, pack=basis.pack, proofs=basis.proofs)
    triangulated = tuple(_without_names(one, masking) for one in found)
    standing = weighing_reading.outcomes(connection)
    weighed = Weighed(
        day=day,
        prompts=triangulated,
        applies=frozenset(one.node for one in triangulated if basis.scope.applies(one.node)),
        outcomes=standing,
        fresh=_fresh(connection, basis, day),
        newest=_newest(connection, standing),
    )
    became = became_of(connection, standing)
    return Evening(
        agenda=drawn_up(basis.pack.kloes, weighed),
        outcomes=standing,
        became=became,
        words={one.id: words_of(connection, one, became.get(one.id), masking) for one in standing},
        masking=masking,
    )


def _without_names(one: Triangulated, masking: Masking) -> Triangulated:
    """In what people wrote: the team's own prompts, and of whom something is asked already."""
    advice = tuple(
        replace(each, reason=masking(each.reason)) if each.rule == "claim without proof" else each
        for each in one.advice
    )
    return replace(one, text=masking(one.text) if one.local else one.text, advice=advice)


def masking_of(connection: Connection, pack: Pack) -> Masking:
    """Without the names that are kept, and without labels that are names."""
    names = connection.execute(select(t.participant_name.c.name)).scalars().all()
    labels = connection.execute(select(_WHO.label).where(_WHO.label != "").distinct()).scalars().all()
    return Masking(names, labels, lambda: _ordinary(pack))


def _ordinary(pack: Pack) -> frozenset[str]:
    """The words of the framework."""
    return words_in((*node_texts(pack).values(), *role_titles(pack).values()))


def became_of(connection: Connection, outcomes: Iterable[CorroborationOutcome]) -> dict[str, Became]:
    """The request or the question of each outcome that has one, as they stand, by the outcome's id."""
    found = [one for one in outcomes if one.request or one.question]
    if not found:
        return {}
    requests = {one.id: one for one in talk_reading.requests(connection)}
    questions = {one.id: one for one in talk_reading.questions(connection)}
    return {one.id: Became(requests.get(one.request or ""), questions.get(one.question or "")) for one in found}


def words_of(
    connection: Connection, outcome: CorroborationOutcome, became: Became | None, masking: Masking
) -> OutcomeWords:
    request, question = (became.request, became.question) if became else (None, None)
    words = ""
    if request is not None:
        taken = " (withdrawn since)" if request.state == "withdrawn" else ""
        of = f", asked of {masking(request.asked_of)}" if request.asked_of else ""
        words = f"{request.ref}{taken}{of}: {masking(request.asked_for)}"
    elif question is not None:
        number = connection.execute(select(_SESSION.number).where(_SESSION.id == question.session_id)).scalar_one()
        words = f"a question for S-{number:02d}: {masking(question.text)}"
    elif outcome.question is not None:
        words = "a question, taken off its sheet since"
    return OutcomeWords(masking(outcome.said), masking(outcome.reason), words)


def _fresh(connection: Connection, basis: Basis, day: dt.date) -> dict[str, NewToday]:
    lines: dict[str, list[FreshLine]] = defaultdict(list)
    entries: dict[str, list[str]] = defaultdict(list)
    for kloe, line in _fresh_lines(connection, basis, day):
        lines[kloe].append(line)
    for entry in reading.evidence_entries(connection):
        if (entry.received_on or entry.day) == day:
            for node in entry.nodes:
                entries[node.partition(".")[0]].append(entry.id)
    found = {kloe.id: digest(lines[kloe.id], entries[kloe.id]) for kloe in basis.pack.kloes}
    return {kloe: one for kloe, one in found.items() if one is not None}


def _fresh_lines(connection: Connection, basis: Basis, day: dt.date) -> Iterable[tuple[str, FreshLine]]:
    """The claims, concerns and strengths of the day, newest first, once for each node they are linked to."""
    voice = case((_LINE.speaker.in_(VOICES), _LINE.speaker)).label("voice")
    query = (
        select(
            _LINE.id,
            _TAG.node,
            _LINE.claim,
            _LINE.weight,
            _LINE.line_type,
            _WHO.role,
            voice,
            _SESSION.kind,
            _SESSION.roles,
        )
        .select_from(t.note_line)
        .join(t.line_tag, _TAG.line_id == _LINE.id)
        .join(t.session, _SESSION.id == _LINE.session_id)
        .outerjoin(t.participant, _WHO.id == _LINE.speaker)
        .where(_LINE.day == day.isoformat(), _LINE.retracted_at.is_(None))
        .where((_LINE.claim == 1) | (_LINE.weight != "neutral"))
        .order_by(_LINE.written_at.desc(), _LINE.id)
    )
    sources = role_sources(basis.pack)
    for line_id, node, claim, weight, line_type, role, spoken, kind, roles in connection.execute(query):
        source = line_source(sources, Attribution(line_type, role, spoken, kind, tuple(json.loads(roles))))
        if source is not None:
            yield node.partition(".")[0], FreshLine(line_id, source, bool(claim), weight)


def _newest(connection: Connection, outcomes: Sequence[CorroborationOutcome]) -> dict[str, dt.datetime]:
    """When something was last linked to each node, of what came since the first outcome was recorded."""
    if not outcomes:
        return {}
    # On the wall the day may still be the one before.
    since = (min(one.recorded_at for one in outcomes).date() - dt.timedelta(days=1)).isoformat()
    lines = (
        select(_TAG.node, func.max(_LINE.written_at))
        .select_from(t.note_line)
        .join(t.line_tag, _TAG.line_id == _LINE.id)
        .where(_LINE.day >= since, _LINE.retracted_at.is_(None), _LINE.line_type != "inference")
        .group_by(_TAG.node)
    )
    entry, finding = t.evidence_entry.c, t.finding.c
    entries = (
        select(t.evidence_link.c.node, func.max(entry.recorded_at))
        .join(t.evidence_entry, entry.id == t.evidence_link.c.entry_id)
        .where(entry.day >= since, entry.retracted_at.is_(None))
        .group_by(t.evidence_link.c.node)
    )
    findings = (
        select(finding.node, func.max(finding.recorded_at))
        .where(finding.day >= since, finding.retracted_at.is_(None), finding.node.is_not(None))
        .group_by(finding.node)
    )
    newest: dict[str, dt.datetime] = {}
    for query in (lines, entries, findings):
        for node, moment in connection.execute(query):
            newest[node] = max(moment, newest.get(node, moment))
    return newest


def sessions_to_come(connection: Connection) -> tuple[Session, ...]:
    """The sessions that are planned and have not begun, without names, in their order."""
    return tuple(one for one in reading.sessions(connection) if one.state == "planned")


def minutes(connection: Connection, *, pack: Pack, day: dt.date, device: str) -> Minutes:
    """The minutes of that day, with what no longer stands. Raises LookupError with no inspection."""
    inspection, head = reading.inspection_detail(connection), read_head(connection, device)
    if inspection is None or head is None:
        raise LookupError("no inspection")
    masking = masking_of(connection, pack)
    found = weighing_reading.outcomes(connection, day=day, withdrawn=True)
    became, again = became_of(connection, found), replaced(found)
    by = _withdrawn_by(connection, [one.id for one in found if one.withdrawn_at is not None])
    minuted: dict[str, list[Minuted]] = defaultdict(list)
    for one in found:
        words = words_of(connection, one, became.get(one.id), masking)
        minuted[one.kloe].append(Minuted(one, words, again.get(one.id), by.get(one.id, "")))
    return Minutes(
        inspection=inspection,
        day=day,
        took_part=tuple(dict.fromkeys(one.author for one in found)),
        kloes=tuple((kloe.id, kloe.sub_heading, tuple(minuted[kloe.id])) for kloe in pack.kloes),
        head=head,
        zone_minutes=zone_on(connection, day, device),
    )


def _withdrawn_by(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Who took each of these outcomes back last, by its id: the tables only hold when, the journal holds who."""
    journal = t.journal.c
    query = (
        select(journal.entity, journal.author)
        .where(journal.entity.in_(ids), journal.field == "withdrawn", journal.kind == "outcome-withdrawn")
        .order_by(journal.clock, journal.device)
    )
    return dict(connection.execute(query).all())
