"""The head of a KLOE's column: its question, its report sub-heading, the team's judgement, and what there is on it in all."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wellled_desktop.framework.pack import Kloe
from wellled_desktop.inspection.triangulation.by_source import HeldBySource
from wellled_desktop.inspection.triangulation.sources import spoken_source
from wellled_desktop.inspection.words import Judgement
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.pages.kloe.source_rows import counts_in_words


class KloeHead(QWidget):
    def __init__(self, kloe: Kloe, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 8)
        column.setSpacing(2)
        column.addWidget(label(kloe.id, "node-id"))
        question = paragraph(kloe.question, "title")
        question.setAccessibleName(f"{kloe.id}: {kloe.question}")
        column.addWidget(question)
        column.addWidget(paragraph(self.tr("Report sub-heading: %1").replace("%1", kloe.sub_heading), "muted"))
        self.counts = paragraph("", "muted", self)
        self.judgement = paragraph("", "", self)
        for words in (self.counts, self.judgement):
            words.hide()
            column.addWidget(words)

    def show_held(self, held: HeldBySource) -> None:
        """7 support · 2 point the other way · 3 sources: executive, staff, document."""
        sources = ", ".join(spoken_source(one) for one in held.sources)
        counts = counts_in_words(held)
        self.counts.setText(f"{counts}: {sources}" if counts else "")
        self.counts.setVisible(bool(counts))

    def show_judgement(self, judgement: Judgement | None, text: str) -> None:
        parts = [part for part in ((judgement or "").capitalize(), text) if part]
        self.judgement.setText(self.tr("Our judgement: %1").replace("%1", ": ".join(parts)) if parts else "")
        self.judgement.setVisible(bool(parts))
