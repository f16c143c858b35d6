"""The service-level findings of the example, recorded before the visit; and which evidence entry answered which request."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence

import msgspec

from wellled_desktop.inspection.commands import MakeRequest, NewFinding, RecordEvidence, RecordFindings, SetRequestState
from wellled_desktop.inspection.example.content import ExampleContent
from wellled_desktop.inspection.example.steps import Step, new_id, unix_ms


def finding_steps(content: ExampleContent, seed: int) -> Iterator[Step]:
    """With a chance of its own, so that all else comes out as it does without them."""
    found = content.course.findings
    if found is None:
        return
    chance = random.Random(seed)  # noqa: S311  an example, made to come out the same each time, keeps nothing secret
    moment = unix_ms(found.at.on(content.trust.start_date))
    ids = sorted(new_id(moment, chance) for _ in found.findings)
    findings = (
        NewFinding(identifier, one.service, one.text, one.node, one.weight, one.other_way, one.reported)
        for identifier, one in zip(ids, found.findings, strict=True)
    )
    yield Step(moment, content.team[0].name, RecordFindings(found.source, tuple(findings)))


def answering(evidence: Sequence[Step], requests: Sequence[Step]) -> Iterator[Step]:
    """The steps of the evidence, each entry with the request it answers: the one made before it for its item, and received."""
    received = {one.command.request for one in requests if isinstance(one.command, SetRequestState)}
    made = [(one.unix_ms, one.command) for one in requests if isinstance(one.command, MakeRequest)]
    left = {one.node: (at, one.id) for at, one in made if one.node and one.id in received}
    for step in evidence:
        command = step.command
        nodes = command.nodes if isinstance(command, RecordEvidence) else ()
        node = next((node for node in nodes if node in left and left[node][0] < step.unix_ms), None)
        if node is None or not isinstance(command, RecordEvidence):
            yield step
        else:
            day = dt.datetime.fromtimestamp(step.unix_ms / 1000, dt.UTC).date()
            answer = msgspec.structs.replace(command, request=left.pop(node)[1], received_on=day)
            yield Step(step.unix_ms, step.author, answer)
