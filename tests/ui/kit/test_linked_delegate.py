"""How a row of what is linked to the framework is laid out: its small words and its marks."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from wellled_desktop.ui.kit.linked_delegate import mark_lines, mark_width
from wellled_desktop.ui.kit.linked_list import LinkedList
from wellled_desktop.ui.kit.linked_rows import LinkedRow

ROW = LinkedRow("l1", "S-01 l.18 · ward nurse", "Two beds.", ", said", ("concern", "points the other way"))


def test_where_there_is_no_room_for_the_marks_beside_them_they_stand_beneath_the_small_words(qtbot: QtBot) -> None:
    shown = LinkedList("Lines")
    qtbot.addWidget(shown)
    shown.show_rows((ROW,), same=False)
    metrics = shown.fontMetrics()
    head = metrics.horizontalAdvance(ROW.who + ROW.known)
    concern, other = (mark_width(word, metrics) for word in ROW.marks)
    assert mark_lines(ROW, metrics, head + concern + other) == (ROW.marks,)
    assert mark_lines(ROW, metrics, head + concern + other - 1) == ((), ROW.marks)
    assert mark_lines(ROW, metrics, other) == ((), ("concern",), ("points the other way",))

    option = QStyleOptionViewItem()
    option.font, option.fontMetrics = shown.font(), metrics
    heights = []
    for width in (head + concern + other, other):
        option.rect = QRect(0, 0, width + 20, 10)
        heights.append(shown.itemDelegate().sizeHint(option, shown.linked.index(0)).height())
    assert heights[1] == heights[0] + 2 * metrics.height()


def test_a_row_without_marks_has_one_line_of_small_words_however_narrow(qtbot: QtBot) -> None:
    shown = LinkedList("Lines")
    qtbot.addWidget(shown)
    plain = LinkedRow("l2", ROW.who, ROW.words, ROW.known)
    assert mark_lines(plain, shown.fontMetrics(), 10) == ((),)
