"""What the report is to be: which one, its day, its inspector or roles, its file; and whose identity it gives away.

Signals of ReportChoices: `kind_changed()`; `changed()` when another report is chosen, by kind, day, inspector or roles.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.liaison import LiaisonList
from wellled_desktop.inspection.read_models import InspectionDetail, RoleNamed, Session
from wellled_desktop.inspection.speaking import spoken_role
from wellled_desktop.reports.single_holders import single_holders
from wellled_desktop.ui.kit.labels import MOST_CHARACTERS, label, paragraph
from wellled_desktop.ui.kit.words import day_in_words
from wellled_desktop.ui.pages.reports.kinds import KINDS, title_of
from wellled_desktop.ui.pages.reports.paper import ReportKind

_ALL, _PLANNED = "all", "planned"


class ReportChoices(QWidget):
    """Offers a file name for what is chosen, and keeps what is typed over it.

    `holders` is a warning to be shown beneath: the roles of that day that are one person each, or what would be left out.
    """

    kind_changed = Signal()
    changed = Signal()

    def __init__(
        self,
        inspection: InspectionDetail,
        pack: Pack,
        scope: Scope,
        today: Callable[[], dt.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._withheld: tuple[str, ...] = ()
        self._inspection = inspection
        self._titles = role_titles(pack)
        self._sessions: tuple[Session, ...] = ()
        self._named: tuple[RoleNamed, ...] = ()
        self._suggested = ""
        self.kinds = QComboBox()
        self.days = QComboBox()
        self.authors = QComboBox()
        self.roles = QComboBox()
        self.file = QLineEdit()
        self.holders = paragraph("", "warning")
        self.holders.hide()
        self.authors.addItem(self.tr("Everybody"), None)
        for member in inspection.team:
            self.authors.addItem(member.name, member.name)
        self._add_kinds()
        self._add_roles(scope)
        for choice in (self.kinds, self.days, self.authors, self.roles):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choice.setMaximumWidth(360)
            choice.currentIndexChanged.connect(self._changed)
            choice.currentIndexChanged.connect(self.changed)
            choice.installEventFilter(self)
        self._build()
        self.kinds.currentIndexChanged.connect(self._show_rows)
        self._show_rows()

    def _add_kinds(self) -> None:
        for kind in KINDS:
            self.kinds.addItem(title_of(kind), kind)

    def _add_roles(self, scope: Scope) -> None:
        self.roles.addItem(self.tr("All roles that apply"), _ALL)
        self.roles.addItem(self.tr("Roles of the sessions planned"), _PLANNED)
        for role, title in self._titles.items():
            if scope.applies(role):
                self.roles.addItem(spoken_role(title), role)

    def _build(self) -> None:
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * MOST_CHARACTERS)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.kinds.setAccessibleName(self.tr("Which report"))
        self.roles.setAccessibleName(self.tr("Roles whose cards are printed"))
        self.days.setAccessibleName(self.tr("Day of the report"))
        self.authors.setAccessibleName(self.tr("Inspector whose record is reported"))
        self.file.setAccessibleName(self.tr("File to save the report in"))
        form.addRow(self.tr("&Report"), self.kinds)
        form.addRow(self.tr("&Day"), self.days)
        form.addRow(self.tr("Inspec&tor"), self.authors)
        form.addRow(self.tr("R&oles"), self.roles)
        self._form = form
        named = label(self.tr("&File"))
        named.setBuddy(self.file)
        form.addRow(named, self._file_row())

    def _file_row(self) -> QHBoxLayout:
        browse = QPushButton(self.tr("Choose…"))
        browse.setAccessibleName(self.tr("Choose where to save the report"))
        browse.clicked.connect(self._choose_file)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.file, 1)
        row.addWidget(browse)
        return row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter opens a list as Space does: by itself it would do nothing."""
        if isinstance(watched, QComboBox) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers and not event.isAutoRepeat():
                watched.showPopup()
                return True
        return super().eventFilter(watched, event)

    def kind(self) -> ReportKind:
        kind: ReportKind = self.kinds.currentData()
        return kind

    def choose_kind(self, kind: str) -> None:
        """Where there is one of that name."""
        self.kinds.setCurrentIndex(max(self.kinds.findData(kind), 0))

    def chosen_roles(self) -> tuple[str, ...]:
        """Whose cards are wanted; none named means all that apply."""
        chosen = self.roles.currentData()
        if chosen == _PLANNED:
            return tuple(dict.fromkeys(role for session in self._sessions for role in session.roles))
        return () if chosen == _ALL else (chosen,)

    def _show_rows(self) -> None:
        kind = self.kind()
        self._form.setRowVisible(self.days, kind not in ("cards", "liaison"))
        self._form.setRowVisible(self.authors, kind == "day")
        self._form.setRowVisible(self.roles, kind == "cards")
        self._changed()
        self.kind_changed.emit()

    def day(self) -> dt.date | None:
        day = self.days.currentData()
        return day if isinstance(day, dt.date) else None

    def report_day(self) -> dt.date | None:
        """What the trust is asked for is told as it stands today, whichever day is chosen."""
        return self._today() if self.kind() == "liaison" else self.day()

    def author(self) -> str | None:
        """None for everybody."""
        author = self.authors.currentData()
        return author if isinstance(author, str) else None

    def path(self) -> Path | None:
        """The file to write; None while there is no name for it."""
        typed = self.file.text().strip()
        return Path(typed).expanduser() if typed else None

    def show_days(self, chosen: dt.date | None, recorded: tuple[dt.date, ...]) -> None:
        """The days of the inspection and those on record; without a choice among them, the last one that has something."""
        days = sorted({*recorded, *self._inspection.dates})
        if chosen not in days:
            chosen = next((day for day in reversed(recorded) if day <= self._today()), days[0])
        self.days.blockSignals(True)
        self.days.clear()
        for day in days:
            self.days.addItem(day_in_words(day), day)
        self.days.setCurrentIndex(days.index(chosen))
        self.days.blockSignals(False)
        self._changed()

    def show_sessions(self, sessions: tuple[Session, ...]) -> None:
        """Cards of the roles one will meet, once there are any; all of them are two hundred pages."""
        if sessions and not self._sessions and self.roles.currentData() == _ALL:
            self.roles.setCurrentIndex(self.roles.findData(_PLANNED))
        self._sessions = sessions
        self._changed()

    def show_named(self, named: tuple[RoleNamed, ...]) -> None:
        """The roles that day reports name, for the warning."""
        self._named = named
        self._changed()

    def show_liaison(self, requests: LiaisonList) -> None:
        """Whose words would be left out, for the warning."""
        self._withheld = requests.withheld
        self._changed()

    def _changed(self) -> None:
        day = self.report_day()
        if day is None:
            return
        if self.file.text() in ("", self._suggested):
            self._suggested = str(_reports_folder() / self._file_name(day))
            self.file.setText(self._suggested)
        if self.kind() == "liaison":
            self._tell_withheld()
        else:
            self._tell_holders(day)

    def _tell_withheld(self) -> None:
        words = self.tr(
            "%1: worded like the note it was made for, so its words are left out; change them in Requests (C) first."
        )
        self.holders.setText(words.replace("%1", ", ".join(self._withheld)))
        self.holders.setVisible(bool(self._withheld))

    def _tell_holders(self, day: dt.date) -> None:
        if self.kind() == "day":
            roles = single_holders(one.role for one in self._named if one.is_in(day))
        else:
            roles = single_holders(role for one in self._sessions if one.day == day for role in one.roles)
        titles = ", ".join(self._titles.get(role, role) for role in roles)
        self.holders.setText(
            self.tr("In this report a role names a person, because one person holds it: %1.").replace("%1", titles)
        )
        self.holders.setVisible(bool(roles) and self.kind() in ("day", "sheets"))

    def _file_name(self, day: dt.date) -> str:
        code = self._inspection.provider_code
        if self.kind() == "sheets":
            return f"Question sheets {code} {day.isoformat()}.pdf"
        if self.kind() == "liaison":
            return f"Requests for the liaison {code} {day.isoformat()}.pdf"
        if self.kind() == "minutes":
            return f"Corroboration minutes {code} {day.isoformat()}.pdf"
        if self.kind() == "cards":
            role = self.roles.currentData()
            return f"Role cards {code}{'' if role in (_ALL, _PLANNED) else f' {role}'}.pdf"
        who = self.author()
        part = f" {''.join(letter for letter in who if letter.isalnum() or letter in ' -')}" if who else ""
        return f"Day report {code} {day.isoformat()}{part}.pdf"

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the report"),
            self.file.text(),
            self.tr("PDF document (*.pdf)"),
            options=QFileDialog.Option.DontConfirmOverwrite,  # asked when it comes to writing, wherever the name is from
        )
        if chosen:
            self.file.setText(chosen)


def wall_today() -> dt.date:
    """The wall calendar is meant."""
    return dt.date.today()  # noqa: DTZ011


def _reports_folder() -> Path:
    """The documents' folder where there is one, and the person's own otherwise."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()
