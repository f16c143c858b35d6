"""What does not apply to this trust, or was retracted, folded away: how much there is of it, whether anything is linked to it,
and each reason.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import NodeHoldings
from wellled_desktop.ui.kit.words import counted


class Fold(QWidget):
    """Rows go into the layout `inside`; closed at first. What is linked to folded rows is said on the button."""

    def __init__(self, nodes: tuple[str, ...], parent: QWidget | None = None, *, retracted: bool = False) -> None:
        super().__init__(parent)
        self._retracted = retracted
        self.nodes = nodes
        self._held = ""
        self.button = QPushButton()
        self.button.setProperty("kind", "link")
        self.button.clicked.connect(self.toggle)
        self._rows = QWidget()
        self.inside = QVBoxLayout(self._rows)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(2)
        self._rows.hide()
        line = QHBoxLayout()
        line.setContentsMargins(6, 4, 0, 0)
        line.addWidget(self.button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self._rows)
        self._tell()

    @property
    def is_open(self) -> bool:
        return not self._rows.isHidden()

    def open(self) -> None:
        self._rows.show()
        self._tell()

    def toggle(self) -> None:
        self._rows.setVisible(not self.is_open)
        self._tell()

    def show_held(self, held: Sequence[NodeHoldings]) -> None:
        counts = (
            (sum(one.lines for one in held), self.tr("line"), self.tr("lines")),
            (sum(one.entries for one in held), self.tr("evidence entry"), self.tr("evidence entries")),
            (sum(one.findings for one in held), self.tr("service-level finding"), self.tr("service-level findings")),
        )
        linked = [counted(number, one, many) for number, one, many in counts if number]
        self._held = self.tr("linked to it: %1").replace("%1", ", ".join(linked)) if linked else ""
        self._tell()

    def _tell(self) -> None:
        title = self.tr("Retracted (%1)") if self._retracted else self.tr("Does not apply to this trust (%1)")
        words = title.replace("%1", str(len(self.nodes)))
        parts = [words, *([self._held] if self._held else []), self.tr("hide") if self.is_open else self.tr("show")]
        self.button.setText(" · ".join(parts))
        self.button.setAccessibleName(self.button.text())
        self.button.setToolTip(
            self.tr("Show or hide what the team added and retracted, with the reason (Space)")
            if self._retracted
            else self.tr("Show or hide what is not for trusts of this type, with the reason (Space)")
        )
