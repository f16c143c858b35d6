"""The least a window can be: a bare PySide6 window with a 300-item tree and an editor. Prints the moment it is painted."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QSplitter, QTreeWidget, QTreeWidgetItem


class Window(QMainWindow):
    def __init__(self) -> None:
        super().__init__()
        tree = QTreeWidget()
        for parent in range(30):
            item = QTreeWidgetItem(tree, [f"Item {parent}"])
            for child in range(9):
                QTreeWidgetItem(item, [f"Item {parent}.{child}"])
        tree.expandAll()
        splitter = QSplitter()
        splitter.addWidget(tree)
        splitter.addWidget(QPlainTextEdit())
        self.setCentralWidget(splitter)
        self.resize(1280, 800)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        QTimer.singleShot(0, self, self._painted)

    def _painted(self) -> None:
        sys.stdout.write(f"painted\t{time.monotonic_ns()}\n")
        sys.stdout.flush()
        QApplication.exit(0)


application = QApplication([])
window = Window()
window.show()
sys.exit(application.exec())
