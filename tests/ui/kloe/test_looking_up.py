"""Looking up what can be linked on the KLOE page."""

from pytestqt.qtbot import QtBot

from wellled_desktop.inspection.commands import AddLocalNode, PlanSession, WriteLine
from wellled_desktop.store import framework_reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.finding import Finding


def test_what_the_team_adds_meanwhile_can_be_asked_for_by_its_id(opened: Opened, qtbot: QtBot) -> None:
    finding = Finding(opened)
    with qtbot.waitSignal(finding.found) as nothing:
        finding.look_for("in:W2.L1")
    with qtbot.waitSignal(opened.bridge.saved):
        opened.bridge.do(
            PlanSession("s1", "interview", ("governors",)),
            AddLocalNode("n1", "W2", "prompt", "Is the gnu part of the vision?"),
            WriteLine("l1", "s1", "The gnu is.", tags=("W2.L1",)),
        )
    with qtbot.waitCallback() as read:
        opened.bridge.ask(finding, framework_reading.pack_in_use, read)
    opened.pack = read.args[0]
    with qtbot.waitSignal(finding.found) as found:
        finding.look_for("in:W2.L1")
    assert [nothing.args, [one.id for one in found.args[0]]] == [[()], ["l1"]]
