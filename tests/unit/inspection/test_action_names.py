"""When one action only goes on with another, so that one Undo takes both back, and when both come to nothing."""

import pytest

from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.action_names import comes_to_nothing, goes_on

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
