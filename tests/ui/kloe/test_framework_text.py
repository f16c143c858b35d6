"""What the page shows of the framework: every node, what applies, what is folded away, and repaired wording."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.kloe.conftest import ShowPage, go_to
from tests.ui.kloe.records import entry, line, record, session
from wellled_desktop.framework.pack import Pack, TrustType, walk
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.fold import Fold
from wellled_desktop.ui.pages.kloe.page import KloePage
from wellled_desktop.ui.places import Place


def of_types(opened: Opened, *types: TrustType) -> Opened:
    return msgspec.structs.replace(opened, scope=scope_for(opened.pack, types))


def fold_with(page: KloePage, node: str) -> Fold:
    return next(fold for fold in page.column.findChildren(Fold) if node in fold.nodes)


def shown_nodes(page: KloePage) -> set[str]:
    return {node for node, row in page.column.rows.items() if row.isVisibleTo(page.column)}


@pytest.mark.parametrize("kloe", ["W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8"])
def test_every_node_of_a_kloe_has_its_row_in_the_frameworks_order(
    opened: Opened, show_page: ShowPage, real_pack: Pack, kloe: str
) -> None:
    page = show_page(opened, kloe)
    nodes = [node.id for under, node in walk(real_pack) if under.id == kloe]
    assert sorted(page.column.rows) == sorted(nodes)
    applying = [node for node in nodes if opened.scope.applies(node)]
    assert [node for node in page.column.rows if node in shown_nodes(page)] == applying


def test_the_question_and_the_report_sub_heading_stand_at_the_top(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W3")
    labels = sorted(
        filter(QLabel.isVisible, page.column.findChildren(QLabel)),
        key=lambda label: label.mapTo(page.column, QPoint()).y(),
    )
    assert [label.text() for label in labels[:3]] == [
        "W3",
        "Is there a culture of high-quality, sustainable care?",
        "Report sub-heading: Culture",
    ]


def test_what_does_not_apply_to_an_acute_trust_is_folded_away_with_its_reason(
    opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W4")
    assert "W4.5" not in shown_nodes(page)
    fold = fold_with(page, "W4.5")
    assert fold.button.text() == "Does not apply to this trust (1) · show"
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert "W4.5" in shown_nodes(page)
    reason = (
        "This is for mental health trusts (“Specialist mental health services”), and this trust is recorded as acute."
    )
    assert page.column.rows["W4.5"].item.left_out == reason
    assert reason in page.column.rows["W4.5"].accessibleDescription()
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert "W4.5" not in shown_nodes(page)


def test_a_combined_trust_sees_what_is_for_combined_trusts(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(of_types(opened, "acute", "mental-health"), "W1")
    assert "W1.G5" in shown_nodes(page)
    assert page.column.findChildren(Fold) == []


def test_an_acute_trust_finds_the_question_for_combined_trusts_folded(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W1")
    assert "W1.G5" not in shown_nodes(page)
    assert fold_with(page, "W1.G5").nodes == ("W1.G5",)


def test_what_is_linked_to_a_folded_item_is_counted_on_the_fold(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    record(qtbot, opened, session(), line(1, "Hospital managers meet.", "W4.5"), entry(1, "Minutes", "W4.5"))
    page = show_page(opened, "W4")
    assert fold_with(page, "W4.5").button.text() == (
        "Does not apply to this trust (1) · linked to it: 1 line, 1 evidence entry · show"
    )


def test_going_to_a_folded_item_opens_its_fold(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W4")
    go_to(qtbot, page, "W4.5")
    assert fold_with(page, "W4.5").is_open
    assert page.column.selected_item.id == "W4.5"


def test_a_limit_that_hides_nothing_stands_with_the_text(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W4.G7")
    assert "W4.G7" in shown_nodes(page)
    note = page.column.row.item.note
    assert note.startswith("For trusts with a partnership arrangement")
    assert note in page.column.row.accessibleDescription()


def test_repaired_wording_is_marked_and_the_printed_wording_can_be_read(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W1.E7")
    row = page.column.row
    assert row.quiet_words().endswith("repaired wording")
    assert "Printed: “using the well-led framework every three”" in row.toolTip()
    assert any("Printed: “using the well-led" in label.text() for label in page.beside.findChildren(QLabel))


def test_key_evidence_names_its_kind_and_the_roles_in_it(opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W1.E1")
    assert page.column.row.quiet_words().startswith("interview · director of")


def test_a_place_that_is_not_in_the_framework_leads_to_the_kloe(
    qtbot: QtBot, opened: Opened, show_page: ShowPage
) -> None:
    page = show_page(opened, "W2.1")
    with qtbot.waitSignal(page.presenter.holdings_read):
        page.show_place(Place("kloe", "W99", "W99.1"))
    assert page.present_place() == Place("kloe", "W2", "W2.1")


def test_each_kloe_remembers_which_item_was_selected(qtbot: QtBot, opened: Opened, show_page: ShowPage) -> None:
    page = show_page(opened, "W2.3")
    go_to(qtbot, page, "W3.1")
    page.show_place(Place("kloe", "W2"))
    assert page.present_place() == Place("kloe", "W2", "W2.3")
    go_to(qtbot, page, "W3.1")
