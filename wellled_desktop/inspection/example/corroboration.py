"""The first two evenings' corroboration: what was decided of which item, and the requests and questions that came of it."""

import random
from collections.abc import Iterator, Sequence

from wellled_desktop.inspection.commands import AddQuestions, Command, MakeRequest, NewQuestion, RecordOutcome
from wellled_desktop.inspection.example.content import ExampleContent
from wellled_desktop.inspection.example.course import Decided
from wellled_desktop.inspection.example.sessions import SessionTimes
from wellled_desktop.inspection.example.steps import Step, new_id, unix_ms


def corroboration_steps(content: ExampleContent, sessions: Sequence[SessionTimes], seed: int) -> Iterator[Step]:
    """By time. What an item held is not noted with it, so that it comes back on the next evening, as such items do."""
    chance = random.Random(f"corroboration {seed}")  # noqa: S311  an example keeps nothing secret
    by_key = {one.meeting.key: one.id for one in sessions}
    for decided in content.course.corroboration:
        moment = unix_ms(decided.at.on(content.trust.start_date))
        node = decided.item.rpartition(" ")[2]
        kloe = node.partition(".")[0]
        author = next((one.name for one in content.team if kloe in one.covers), content.team[0].name)
        became = _became(decided, node, moment, chance, by_key)
        recorded = RecordOutcome(
            id=new_id(moment, chance),
            kloe=kloe,
            subject=f"{decided.item}; ",
            said=f"{decided.item[:1].upper()}{decided.item[1:]}: {decided.said}",
            outcome=decided.outcome,
            reason=decided.words if decided.outcome == "drop" else "",
            request=became.id if isinstance(became, MakeRequest) else None,
            question=became.questions[0].id if isinstance(became, AddQuestions) else None,
        )
        steps: tuple[Command | None, ...] = (became, recorded)
        yield from (Step(moment, author, command) for command in steps if command is not None)


def _became(
    decided: Decided, node: str, moment: int, chance: random.Random, by_key: dict[str, str]
) -> MakeRequest | AddQuestions | None:
    if decided.outcome != "find more":
        return None
    if not decided.session:
        return MakeRequest(new_id(moment, chance), decided.words, "company secretary", node)
    question = NewQuestion(new_id(moment, chance), decided.words, f"From corroboration: {decided.item}.", "own", node)
    return AddQuestions(by_key[decided.session], (question,))
