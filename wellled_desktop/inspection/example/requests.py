"""What is asked of the trust during the visit, numbered: items of the checklist, and what would prove a claim."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence

from wellled_desktop.framework.pack import Pack, node_texts
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.commands import MakeRequest, SetRequestState
from wellled_desktop.inspection.example.content import ExampleContent, StateChange
from wellled_desktop.inspection.example.notes import Note
from wellled_desktop.inspection.example.steps import Step, new_id, unix_ms
from wellled_desktop.inspection.proof import proof_for

_ASKED = "company secretary"
_AFTER_MS = 4_000
_MINUTE_MS = 60_000


def request_steps(content: ExampleContent, pack: Pack, notes: Sequence[Note], chance: random.Random) -> Iterator[Step]:
    """By time. A request is made with the item's state and answered with it."""
    requests = _Requests(content, pack, chance)
    steps = [*requests.for_items(), *requests.for_claims(notes)]
    return iter(sorted(steps, key=lambda step: step.unix_ms))


class _Requests:
    def __init__(self, content: ExampleContent, pack: Pack, chance: random.Random) -> None:
        self._content = content
        self._pack = pack
        self._chance = chance
        self._texts = node_texts(pack)
        self._owners = {node: entry.owner for entry in content.entries for node in entry.nodes}

    def for_items(self) -> Iterator[Step]:
        asked: dict[str, str] = {}
        for change in sorted(self._content.states, key=self._moment):
            moment = self._moment(change) + _MINUTE_MS + _AFTER_MS
            if change.state == "requested":
                made = self._request(change, moment)
                asked[change.node] = made.id
                yield Step(moment, self._keeper(change.node), made)
            elif change.state == "gathered" and change.node in asked:
                received = SetRequestState(asked[change.node], "received")
                yield Step(moment, self._keeper(change.node), received)
        for later in self._content.course.request_states:
            moment = unix_ms(later.at.on(self._content.trust.start_date))
            command = SetRequestState(asked[later.node], later.state, later.reason)
            yield Step(moment, self._keeper(later.node), command)

    def for_claims(self, notes: Sequence[Note]) -> Iterator[Step]:
        """For claims of the talks, one a session, within a minute or two: what could prove them, unless somebody asked for it or
        holds it. Where the framework names nothing, what there is on the prompt: a request has no words of the notes.
        """
        scope = scope_for(self._pack, self._content.trust.trust_types)
        taken = {one.node for one in self._content.states}
        texts = {prompt.id: prompt.text for kloe in self._pack.kloes for prompt in kloe.prompts}
        left = self._content.course.requests_for_claims
        for note in notes:
            if left == 0 or not note.claim or note.late or note.settled or note.noted.speaker is None:
                continue
            role = note.session.meeting.people[note.noted.speaker].role
            proofs = proof_for(self._pack, scope, note.noted.text, note.noted.tags, role=role)
            wanted = {one.node: one.text for one in proofs}
            if not proofs:
                wanted = {tag: f"Papers or figures on: {texts[tag]}" for tag in note.noted.tags[:1] if tag in texts}
            node = next((one for one in wanted if one not in taken), None)
            if node is None or note.session.id in taken:
                continue
            taken |= {node, note.session.id}
            left -= 1
            moment = note.at_ms + self._chance.randrange(20_000, 100_000)
            due = _date(moment) + dt.timedelta(days=1)
            made = MakeRequest(new_id(moment, self._chance), wanted[node], self._owner(node), node, note.id, due)
            yield Step(moment, note.author, made)

    def _request(self, change: StateChange, moment: int) -> MakeRequest:
        due = _date(moment) + dt.timedelta(days=1 if change.at.day >= 1 else 7)
        return MakeRequest(
            new_id(moment, self._chance), self._texts[change.node], self._owner(change.node), change.node, None, due
        )

    def _owner(self, node: str) -> str:
        """Who of the trust held it in the end; what did not come yet was asked of the company secretary."""
        owner = self._owners.get(node, _ASKED)
        return _ASKED if owner == "inspection team" else owner

    def _moment(self, change: StateChange) -> int:
        return unix_ms(change.at.on(self._content.trust.start_date))

    def _keeper(self, node: str) -> str:
        kloe = node.partition(".")[0]
        return next((one.name for one in self._content.team if kloe in one.covers), self._content.team[0].name)


def _date(at_ms: int) -> dt.date:
    return dt.datetime.fromtimestamp(at_ms / 1000, dt.UTC).date()
