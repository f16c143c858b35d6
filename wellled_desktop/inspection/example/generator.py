"""Plays the worked example: every step anybody of the team takes, with its time and author, in order.

The same content, framework and seed always give the same steps.
"""

import heapq
import random
from collections.abc import Iterator

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.commands import CreateInspection, TeamMember
from wellled_desktop.inspection.example.afterwards import afterwards
from wellled_desktop.inspection.example.content import ExampleContent
from wellled_desktop.inspection.example.corroboration import corroboration_steps
from wellled_desktop.inspection.example.evidence import evidence_steps
from wellled_desktop.inspection.example.findings import answering, finding_steps
from wellled_desktop.inspection.example.following import following
from wellled_desktop.inspection.example.marking import pointing_other_way, with_spoken
from wellled_desktop.inspection.example.notes import NoteTaking
from wellled_desktop.inspection.example.requests import request_steps
from wellled_desktop.inspection.example.sessions import session_steps, sessions_of
from wellled_desktop.inspection.example.steps import Step, new_id, unix_ms
from wellled_desktop.inspection.journal import canonical

SEED = 20260310
SESSIONS = 38
LINES = 4450


def generate(content: ExampleContent, pack: Pack, seed: int = SEED, *, lines: int = LINES) -> Iterator[Step]:
    """All steps by time; the first creates the inspection. Raises ContentError when the content is too thin."""
    chance = random.Random(seed)  # noqa: S311  an example, made to come out the same each time, keeps nothing secret
    lead = content.team[0].name
    first_ms = unix_ms(content.sessions[0].begins.on(content.trust.start_date)) - _DAYS_BEFORE_MS
    yield Step(first_ms, lead, _created(content, pack, new_id(first_ms, chance)))
    sessions = sessions_of(content, first_ms, chance)
    notes, concern = with_spoken(NoteTaking(content, sessions, chance).notes(lines), content.course)
    notes = pointing_other_way(notes, chance)
    held, later = session_steps(content, sessions, lead), afterwards(content, notes, chance)
    evidence = tuple(evidence_steps(content, chance))
    requests = tuple(request_steps(content, pack, notes, chance))
    yield from heapq.merge(
        held,
        later,
        answering(evidence, requests),
        requests,
        following(content, pack, sessions, concern, chance),
        finding_steps(content, seed),
        corroboration_steps(content, sessions, seed),
        key=lambda step: step.unix_ms,
    )


_DAYS_BEFORE_MS = 7 * 86_400_000 - 5 * 3_600_000


def _created(content: ExampleContent, pack: Pack, inspection: str) -> CreateInspection:
    trust = content.trust
    return CreateInspection(
        id=inspection,
        trust_name=trust.name,
        provider_code=trust.provider_code,
        trust_types=trust.trust_types,
        start_date=trust.start_date,
        days=trust.days,
        team=tuple(TeamMember(one.name, one.title) for one in content.team),
        framework=canonical(pack),
    )
