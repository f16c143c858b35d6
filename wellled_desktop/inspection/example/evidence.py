"""The evidence of the visit: states set on key-evidence items, and the entries of what was gathered."""

import random
from collections.abc import Iterator

from wellled_desktop.inspection.commands import RecordEvidence, SetEvidenceState
from wellled_desktop.inspection.example.content import ExampleContent
from wellled_desktop.inspection.example.steps import Step, new_id, unix_ms
from wellled_desktop.inspection.example.writing import Occasion


def evidence_steps(content: ExampleContent, chance: random.Random) -> Iterator[Step]:
    """By time; each by the inspector who looks after the key line of enquiry it is about."""
    steps = [_state(content, at, chance) for at in range(len(content.states))]
    steps += [_entry(content, at, chance) for at in range(len(content.entries))]
    return iter(sorted(steps, key=lambda step: step.unix_ms))


def _state(content: ExampleContent, at: int, chance: random.Random) -> Step:
    change = content.states[at]
    moment = _moment(content, change.at, chance)
    return Step(moment, _keeper(content, change.node), SetEvidenceState(change.node, change.state, change.reason))


def _entry(content: ExampleContent, at: int, chance: random.Random) -> Step:
    found = content.entries[at]
    moment = _moment(content, found.at, chance)
    command = RecordEvidence(
        id=new_id(moment, chance),
        title=found.title,
        source_kind=found.kind,
        owner=found.owner,
        dated=found.dated,
        nodes=found.nodes,
        remarks=found.remarks,
    )
    return Step(moment, _keeper(content, found.nodes[0]), command)


def _moment(content: ExampleContent, at: Occasion, chance: random.Random) -> int:
    """Some seconds into the minute."""
    return unix_ms(at.on(content.trust.start_date)) + chance.randrange(55_000)


def _keeper(content: ExampleContent, node: str) -> str:
    kloe = node.partition(".")[0]
    return next((one.name for one in content.team if kloe in one.covers), content.team[0].name)
