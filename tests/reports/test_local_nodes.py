"""What the team added to the framework, in print: in its place, and marked as local."""

import pytest

from tests.reports.conftest import ReadDay
from wellled_desktop.framework.local import PackInUse, pack_with
from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection import commands as c
from wellled_desktop.reports.blocks import Line, NodeHeading, ToWrite
from wellled_desktop.reports.day_content import day_content
from wellled_desktop.reports.role_cards import role_cards
from wellled_desktop.store import reading, weighing_reading
from wellled_desktop.store.framework_reading import pack_in_use
from wellled_desktop.store.store import Store


@pytest.fixture
def own(store: Store) -> Store:
    store.execute(
        c.AddLocalNode("l1", "W1", "prompt", "Who listens to porters?"),
        c.PlanSession("s1", "interview", ("chief-executive",), (c.NewParticipant("p1", "chief-executive"),)),
        c.WriteLine("n1", "s1", "Nobody does.", "said", "p1", ("W1.L1",)),
    )
    return store


def in_use(store: Store) -> PackInUse:
    pack = store.read(pack_in_use)
    assert pack is not None
    return pack


@pytest.mark.parametrize("retracted", [False, True])
def test_a_line_on_an_own_question_stands_under_it_in_the_day_report_even_when_that_was_retracted(
    own: Store, read_day: ReadDay, retracted: bool
) -> None:
    if retracted:
        own.execute(c.RetractLocalNode("l1", "asked already"))
    report = read_day()
    blocks = day_content(report, in_use(own), made_at=report.head.at).blocks
    (at,) = [place for place, one in enumerate(blocks) if isinstance(one, NodeHeading) and one.node == "W1.L1"]
    heading, line = blocks[at], blocks[at + 1]
    assert isinstance(heading, NodeHeading)
    assert isinstance(line, Line)
    assert heading.text == "Who listens to porters? (local)"
    assert line.text == "Nobody does."


def test_an_own_question_is_on_the_paper_role_card_and_says_that_it_is_local(own: Store, real_pack: Pack) -> None:
    pack = pack_with(real_pack, own.read(weighing_reading.local_nodes))
    detail = own.read(reading.inspection_detail)
    assert detail is not None
    printed = role_cards(detail, pack, scope_for(pack, ("acute",)), ("chief-executive",))
    (asked,) = [one for one in printed.blocks if isinstance(one, ToWrite) and one.ref == "W1.L1"]
    assert asked.text == "Who listens to porters?"
    assert asked.why == "A question of the team's own (local)."
