"""Judgements in words, and the outcomes of the corroboration meeting."""

import datetime as dt

import msgspec

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions.deciding import (
    Standing,
    decide,
    one_line,
    put_back,
    remark,
    shown,
    taking_back,
)
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.journal import Fact
from wellled_desktop.inspection.read_models import CorroborationOutcome
from wellled_desktop.inspection.words import LONGEST_JUDGEMENT


@decide.register
def _(command: c.SetJudgement, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    is_kloe = "." not in command.node and standing.node_kind(command.node) not in (None, "role")
    if not is_kloe and standing.node_kind(command.node) != "prompt":
        raise NotFound(f"{shown(command.node)} is neither a KLOE nor a prompt of this inspection's framework.")
    text = remark(command.text, "A judgement")
    wanted = {"judgement": command.judgement, "text": text} if command.judgement or text else None
    present = standing.judgement(command.node)
    before = None if present is None else {"judgement": present.judgement, "text": present.text}
    if wanted == before:
        return ()
    stood = command.since is not None or (present is not None and text == present.text)
    if len(text) > LONGEST_JUDGEMENT and not stood:  # one that stood before there was a limit can be put back
        raise RuleBroken(
            f"A judgement has {LONGEST_JUDGEMENT} characters at most, and this one {len(text):,}; shorten it. "
            "Nothing was recorded."
        )
    return (Fact("judgement-set", command.node, put_back(wanted, command.since), "judgement"),)


@taking_back.register
def _(command: c.SetJudgement, standing: Standing) -> tuple[c.Command, ...]:
    present = standing.judgement(command.node)
    if present is None:
        return (c.SetJudgement(command.node, None, ""),)
    since = c.Since(present.set_at, present.author, present.day)
    return (c.SetJudgement(present.node, present.judgement, present.text, since),)


@decide.register
def _(command: c.RecordOutcome, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    if standing.outcome(command.id) is not None:
        raise RuleBroken("This outcome is already in the record; nothing was recorded again.")
    if standing.node_kind(command.kloe) is None or "." in command.kloe:
        raise NotFound(f"{shown(command.kloe)} is not a KLOE of this inspection's framework.")
    reason = remark(command.reason, "A reason")
    if command.outcome == "drop" and not reason:
        raise RuleBroken("An item is dropped with a reason; nothing was recorded.")
    if command.request is not None and standing.request(command.request) is None:
        raise NotFound(f"There is no request {shown(command.request)} in this inspection.")
    if command.question is not None and standing.question(command.question) is None:
        raise NotFound(f"There is no question {shown(command.question)} on a sheet of this inspection.")
    fields = msgspec.to_builtins(command)
    fields.pop("type")
    fields.pop("id")
    fields |= {"said": one_line(command.said, "What was read out"), "reason": reason}
    return (Fact("outcome-recorded", command.id, fields),)


@taking_back.register
def _(command: c.RecordOutcome, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.WithdrawOutcome(command.id),)


@decide.register
def _(command: c.WithdrawOutcome, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    outcome = _outcome(standing, command.outcome)
    if outcome.withdrawn_at is not None:
        return ()
    return (Fact("outcome-withdrawn", outcome.id, put_back(value=True, since=command.since), "withdrawn"),)


@taking_back.register
def _(command: c.WithdrawOutcome, _standing: Standing) -> tuple[c.Command, ...]:
    return (c.ReturnOutcome(command.outcome),)


@decide.register
def _(command: c.ReturnOutcome, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    outcome = _outcome(standing, command.outcome)
    return () if outcome.withdrawn_at is None else (Fact("outcome-returned", outcome.id, False, "withdrawn"),)


@taking_back.register
def _(command: c.ReturnOutcome, standing: Standing) -> tuple[c.Command, ...]:
    outcome = _outcome(standing, command.outcome)
    return (c.WithdrawOutcome(outcome.id, c.Since(outcome.withdrawn_at) if outcome.withdrawn_at else None),)


def _outcome(standing: Standing, outcome_id: str) -> CorroborationOutcome:
    outcome = standing.outcome(outcome_id)
    if outcome is None:
        raise NotFound(f"There is no outcome {shown(outcome_id)} in this inspection.")
    return outcome
