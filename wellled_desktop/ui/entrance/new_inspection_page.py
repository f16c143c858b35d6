"""A new inspection: which trust, of what types, when, and who is on the team.

Signals of NewInspectionPage: `inspection_wanted(CreateInspection)` with no id and no framework yet; `back()`.
"""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QGridLayout, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from wellled_desktop.framework.pack import TRUST_TYPES, TrustType
from wellled_desktop.inspection.commands import CreateInspection
from wellled_desktop.inspection.creating import provider_code
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.ui.entrance.day_field import DayField
from wellled_desktop.ui.entrance.sheet import Sheet, plain_button, primary_button
from wellled_desktop.ui.entrance.team_rows import TeamRows
from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.kit.words import in_words

MOST_DAYS = 60
_TYPES_A_ROW = 3


class NewInspectionPage(Sheet):
    inspection_wanted = Signal(object)
    back = Signal()

    def __init__(self, author: str, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("New inspection"),
            self.tr("Today's framework is kept inside the inspection; a later version changes nothing in it."),
            parent,
        )
        self._trust = self._line(self.tr("Name of the trust"))
        self._code = self._line(self.tr("Provider code"))
        self._code.setPlaceholderText(self.tr("such as RXX"))
        self._code.setMaximumWidth(160)
        self._types = {kind: QCheckBox(in_words(kind)) for kind in TRUST_TYPES}
        self._first_day = DayField(self.tr("First day of the inspection"), dt.date.today())  # noqa: DTZ011  # the wall calendar is meant
        self._days = QSpinBox()
        self._team = TeamRows(author)
        self._set_up_dates()
        self.add(self._form())
        self._make = primary_button(self.tr("&Create the inspection"))
        self._make.setToolTip(self.tr("Create it and open it (Alt+C)"))
        self._make.clicked.connect(self._ask)
        self._back = plain_button(self.tr("&Back"))
        self._back.setToolTip(self.tr("Back to the list; nothing is kept (Alt+B)"))
        self._back.clicked.connect(self.back)
        self.finish(self._make, self._back, first=self._trust)

    def show_making(self, making: bool) -> None:
        self._make.setText(self.tr("Creating…") if making else self.tr("&Create the inspection"))
        widget = self.widget()
        if widget is not None:
            widget.setEnabled(not making)

    def show_refused(self, sentence: str) -> None:
        self.show_making(making=False)
        self.say(sentence)

    def _line(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        return made

    def _set_up_dates(self) -> None:
        self._days.setRange(1, MOST_DAYS)
        self._days.setValue(3)
        self._days.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._days.setAccessibleName(self.tr("Number of days"))

    def _form(self) -> QFormLayout:
        types = QGridLayout()
        types.setHorizontalSpacing(24)
        types.setVerticalSpacing(0)
        types.setColumnStretch(_TYPES_A_ROW, 1)
        for place, (kind, box) in enumerate(self._types.items()):
            box.setAccessibleName(self.tr("Trust type: %1").replace("%1", in_words(kind)))
            types.addWidget(box, *divmod(place, _TYPES_A_ROW))
        dates = QHBoxLayout()
        dates.setSpacing(8)
        for part in (self._first_day, label(self.tr("for")), self._days, label(self.tr("days"))):
            dates.addWidget(part)
        dates.addStretch(1)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("&Trust"), self._trust)
        form.addRow(self.tr("Provider co&de"), self._code)
        form.addRow(self.tr("Trust types"), types)
        first = label(self.tr("&First day"))
        first.setBuddy(self._first_day.line)
        form.addRow(first, dates)
        form.addRow(self.tr("Team"), self._team)
        return form

    def _ask(self) -> None:
        problem, field = self._problem()
        self.say(problem)
        if field is not None:
            field.setFocus()
            self.ensureWidgetVisible(field)
            return
        start = self._first_day.day
        if start is None:  # a problem, which has been told
            return
        self.inspection_wanted.emit(
            CreateInspection(
                id="",
                trust_name=_plain(self._trust.text()),
                provider_code=provider_code(self._code.text()),
                trust_types=self._chosen_types(),
                start_date=start,
                days=self._days.value(),
                team=self._team.members(),
                framework="",
            )
        )

    def _problem(self) -> tuple[str, QWidget | None]:
        """The first thing that is missing, and where."""
        if not _plain(self._trust.text()):
            return self.tr("Give the name of the trust; it heads every page of a report."), self._trust
        if not _plain(self._code.text()):
            return self.tr("Give the trust's provider code, letters and figures only, such as RXX."), self._code
        try:
            provider_code(self._code.text())
        except RuleBroken as broken:
            return str(broken), self._code
        if not self._chosen_types():
            said = self.tr("Tick at least one trust type; it decides which parts of the framework apply.")
            return said, next(iter(self._types.values()))
        if self._first_day.day is None:
            return self._first_day.problem(), self._first_day
        problem = self._team.problem()
        return problem, self._team if problem else None

    def _chosen_types(self) -> tuple[TrustType, ...]:
        return tuple(kind for kind, box in self._types.items() if box.isChecked())


def _plain(text: str) -> str:
    return " ".join(text.split())
