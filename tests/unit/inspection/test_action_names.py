"""When one action only goes on with another, so that one Undo takes both back, and when both come to nothing."""

import pytest

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.action_names import action_name, comes_to_nothing, goes_on

TYPED = c.AnswerForm("s1", "summary", "Knows")


@pytest.mark.parametrize(
    ("later", "same"),
    [
        ((c.AnswerForm("s1", "summary", "Knows the board"),), True),
        ((c.AnswerForm("s1", "head-count", 3),), False),
        ((c.AnswerForm("s2", "summary", "Knows"),), False),
        ((c.WriteLine("l1", "s1", "Knows"),), False),
        ((c.AnswerForm("s1", "summary", "Knows"), c.EndSession("s1")), False),
    ],
)
def test_only_the_same_field_of_the_same_form_is_gone_on_with(later: tuple[c.Command, ...], same: bool) -> None:
    assert goes_on([TYPED], later) is same


def test_what_was_typed_and_taken_out_again_comes_to_nothing() -> None:
    assert comes_to_nothing([TYPED], [c.AnswerForm("s1", "summary", "Knows")])
    assert not comes_to_nothing([TYPED], [c.AnswerForm("s1", "summary", "Know")])
    assert not comes_to_nothing([TYPED], [c.EndSession("s1")])


def test_a_judgement_saved_while_one_types_is_one_step_and_another_node_another() -> None:
    first, second = c.SetJudgement("W3.2", None, "Op"), c.SetJudgement("W3.2", "strength", "Open")
    assert goes_on([first], [second])
    assert not goes_on([first], [c.SetJudgement("W3.3", None, "Op")])
    assert comes_to_nothing([first], [c.SetJudgement("W3.2", None, "Op")])
    assert not comes_to_nothing([first], [second])


def test_findings_are_named_by_how_many_they_are_and_not_by_their_parts() -> None:
    two = tuple(c.NewFinding(f"f{number}", "Surgery", f"Finding {number}.") for number in range(2))
    assert (
        action_name([c.RecordFindings("a", two), c.RecordFindings("a", two[:1])]) == "record 3 service-level findings"
    )
    assert action_name([c.RetractFindings(("f1",), "of another trust")]) == "retract a service-level finding"
    assert action_name([c.RestoreFindings(("f1", "f2"), "ours")]) == "restore 2 service-level findings"


def test_an_outcome_is_named_by_its_item_whatever_it_takes_back_or_becomes() -> None:
    recorded = c.RecordOutcome("o1", "W3", "contradicted W3.2; staff 1+0", "Read out.", "find more", request="r1")
    assert action_name([recorded]) == "record “find more” on W3.2, contradicted"
    withdrawn, made = c.WithdrawOutcome("o0"), c.MakeRequest("r1", "Rota", "HR")
    assert action_name([withdrawn, made, recorded]) == "record “find more” on W3.2, contradicted"
    assert action_name([withdrawn]) == "withdraw an outcome"
    new = c.RecordOutcome("o1", "W3", "new today W3; 2026-03-12 4 lines, 0 entries", "Read out.", "enough")
    assert action_name([new]) == "record “enough” on W3, new today"
    assert action_name([c.RecordOutcome("o1", "W3", "", "Read out.", "drop", "Twice")]) == "record “drop” on W3"


def test_a_link_is_named_a_link_and_not_a_change_of_the_entry() -> None:
    link = c.AmendEntry("e1", nodes=("W3.2", "W3.4"), other_way=("W3.4",))
    assert action_name([link]) == "change what an evidence entry is linked to"
    assert action_name([c.AmendEntry("e1", nodes=())]) == "change what an evidence entry is linked to"
    assert action_name([c.AmendEntry("e1", title="Board minutes", nodes=("W3.2",))]) == "change an evidence entry"
    assert action_name([c.AmendEntry("e1", title="Board minutes")]) == "change an evidence entry"
    assert action_name([c.LinkFinding("f1", "W3.2")]) == "link a service-level finding"
    assert action_name([c.LinkFinding("f1", "")]) == "unlink a service-level finding"
