"""What can be done to the selected line: change, retract, restore, code it, and read how it stood before."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt

from wellled_desktop.inspection.commands import AmendLine
from wellled_desktop.inspection.read_models import LineVersion, NoteLine
from wellled_desktop.inspection.words import LineType
from wellled_desktop.ui.pages.session.composed import has_speaker
from wellled_desktop.ui.pages.session.composer import Composer
from wellled_desktop.ui.pages.session.line_details import LineDetails
from wellled_desktop.ui.pages.session.line_list import LineList
from wellled_desktop.ui.pages.session.presenter import SessionPresenter
from wellled_desktop.ui.pages.session.reason_row import ReasonRow


class LineActions(QObject):
    """With a line selected, keys and the role card act on it; with none, on the line that is being written."""

    def __init__(
        self,
        parent: QObject,
        *,
        presenter: SessionPresenter,
        lines: LineList,
        composer: Composer,
        details: LineDetails,
        reason: ReasonRow,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._lines = lines
        self._composer = composer
        self._details = details
        self._reason = reason
        self._with_reason: Callable[[str], None] | None = None
        lines.selected.connect(self._show_details)
        lines.change_wanted.connect(self.change)
        lines.retract_wanted.connect(self.retract_or_restore)
        details.change_wanted.connect(self.change)
        details.retract_wanted.connect(self.retract_or_restore)
        presenter.lines.dataChanged.connect(self._show_details)
        composer.previous_wanted.connect(self._change_previous)
        reason.given.connect(self._reason_given)
        reason.left.connect(self._back_to_lines)

    # Words

    def change(self) -> None:
        line = self._lines.selected_line()
        if line is None:
            return
        if line.retracted_at is not None:
            self.retract_or_restore()
            return
        self._composer.begin_amending(line)

    def _change_previous(self) -> None:
        line = self._presenter.lines.last_own(self._presenter.author)
        if line is not None:
            self._composer.begin_amending(line)

    def retract_or_restore(self) -> None:
        line = self._lines.selected_line()
        if line is None:
            return
        asked = (
            self.tr("Why is l.%1 put back?")
            if line.retracted_at is not None
            else self.tr("Why is l.%1 retracted? It stays readable, and can be put back.")
        )
        self._ask(asked, line, partial(self._presenter.retract_or_restore, line))

    def _ask(self, question: str, line: NoteLine, then: Callable[[str], None]) -> None:
        self._with_reason = then
        self._reason.ask(question.replace("%1", str(line.number)))

    def _reason_given(self, reason: str) -> None:
        then, self._with_reason = self._with_reason, None
        if then is not None:
            then(reason)
        self._back_to_lines()

    def _back_to_lines(self) -> None:
        self._with_reason = None
        self._lines.setFocus(Qt.FocusReason.OtherFocusReason)

    # Coding

    def tag(self, node: str) -> None:
        """A tag for the selected line (off again when it has it), else for the composer."""
        line = self._lines.selected_line()
        if line is None:
            self._composer.tag(node)
            self._composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        tags = tuple(tag for tag in line.tags if tag != node) if node in line.tags else (*line.tags, node)
        self._presenter.code(AmendLine(line.id, tags=tags))

    def toggle_mark(self, mark: str) -> None:
        line = self._lines.selected_line()
        if line is None:
            self._composer.strip.toggle_mark(mark)
        elif mark == "claim":
            self._presenter.code(AmendLine(line.id, claim=not line.claim))
        elif mark == "concern":
            self._presenter.code(AmendLine(line.id, weight="neutral" if line.weight == "concern" else "concern"))
        else:
            self._presenter.code(AmendLine(line.id, weight="neutral" if line.weight == "strength" else "strength"))

    def set_type(self, line_type: LineType) -> None:
        line = self._lines.selected_line()
        if line is None:
            self._composer.strip.set_type(line_type)
        elif line_type != line.line_type:
            # What nobody said has no speaker: both go into the record together, under one reason.
            speaker = None if has_speaker(line_type) else ""
            self._record(line, partial(AmendLine, line.id, line_type=line_type, speaker=speaker))

    def set_speaker(self, participant_id: str | None) -> bool:
        """Whether it was for the selected line."""
        line = self._lines.selected_line()
        if line is None:
            return False
        if participant_id and not has_speaker(line.line_type):
            words = self.tr("A line of this type has no speaker; make it said (F2) or data (F5) first.")
            self._composer.message.show_sentence(words)
        elif (participant_id or None) != line.speaker:
            self._record(line, partial(AmendLine, line.id, speaker=participant_id or ""))
        return True

    def _record(self, line: NoteLine, change: Callable[..., AmendLine]) -> None:
        """Type and speaker are what was recorded, as the words are: after ten minutes a change has its reason."""
        if not self._presenter.needs_reason(line):
            self._presenter.code(change())
            return
        asked = self.tr("l.%1 was written more than ten minutes ago. Why is it changed? The original stays readable.")
        self._ask(asked, line, lambda reason: self._presenter.code(change(reason=reason)))

    # Details

    def _show_details(self) -> None:
        line = self._lines.selected_line()
        self._details.setVisible(line is not None)
        if line is None:
            return
        self._details.show_line(line, self._presenter.lines.speaker(line))
        self._details.show_versions(())
        self._presenter.ask_versions(line.id, self._show_versions)

    def _show_versions(self, versions: tuple[LineVersion, ...]) -> None:
        line = self._lines.selected_line()
        if line is not None and all(version.line_id == line.id for version in versions):
            self._details.show_versions(versions)
