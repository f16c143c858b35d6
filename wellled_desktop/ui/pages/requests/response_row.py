"""One quiet line on how long answers took, with what can be made of it: an evidence entry, and the list for the liaison.

Signals of ResponseRow: `record_wanted()`; `list_wanted()`.
"""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.commands import RecordEvidence
from wellled_desktop.inspection.read_models import RequestList
from wellled_desktop.inspection.response_times import (
    ResponseTimes,
    figures,
    in_one_line,
    response_times,
    timeliness_prompt,
    title_of,
)
from wellled_desktop.ui.kit.flow import FlowLayout
from wellled_desktop.ui.kit.labels import paragraph

RECORD, LIAISON = "V", "L"


class ResponseRow(QWidget):
    record_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompt = timeliness_prompt(pack)
        self._times: ResponseTimes | None = None
        self._told = paragraph("", "muted")
        self.record = self._link(
            self.tr("Record as evidence for %1 (%2)").replace("%1", (self._prompt or "").partition(".")[0]),
            RECORD,
            self.tr("Record these figures as an evidence entry, linked to %1").replace("%1", self._prompt or ""),
        )
        self.record.clicked.connect(self.record_wanted)
        self.liaison = self._link(
            self.tr("List for the trust's liaison… (%2)"),
            LIAISON,
            self.tr("Save what was asked, of whom and when as PDF or CSV: nothing of the notes is in it"),
        )
        self.liaison.clicked.connect(self.list_wanted)
        links = QWidget()
        row = FlowLayout(16, links)
        row.addWidget(self.record)
        row.addWidget(self.liaison)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._told)
        column.addWidget(links)
        self.hide()

    @staticmethod
    def _link(words: str, letter: str, what: str) -> QPushButton:
        button = QPushButton(words.replace("%2", letter))
        button.setProperty("kind", "link")
        button.setToolTip(f"{what} ({letter})")
        return button

    @property
    def told(self) -> str:
        return self._told.text()

    def show_requests(self, asked: RequestList, today: dt.date) -> None:
        self._times = response_times(asked.requests, today, asked.answers)
        self._told.setText(in_one_line(self._times))
        self._told.setVisible(bool(self._times.asked))
        self.record.setVisible(bool(self._times.asked) and self._prompt is not None)
        self.setVisible(bool(asked.requests))

    def evidence(self, entry_id: str, today: dt.date) -> RecordEvidence | None:
        """The figures as an evidence entry; None while nothing was asked, or where no prompt of the framework asks for it."""
        times = self._times
        if times is None or not times.asked or self._prompt is None or times.first_asked is None:
            return None
        return RecordEvidence(
            entry_id,
            title_of(times, today),
            "data",
            owner=self.tr("inspection team"),
            dated=today,
            nodes=(self._prompt,),
            remarks=figures(times, today),
            period=self.tr("%1 to %2").replace("%1", _said(times.first_asked)).replace("%2", _said(today)),
        )


def _said(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"
