"""What can be done to the selected lines: change, retract, restore, tag, mark, and read how one stood before."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt

from wellled_desktop.inspection.commands import AmendLine
from wellled_desktop.inspection.read_models import LineHistory, NoteLine
from wellled_desktop.inspection.words import LineType
from wellled_desktop.ui.kit.reason_row import ReasonRow
from wellled_desktop.ui.kit.words import counted
from wellled_desktop.ui.pages.session import many_lines
from wellled_desktop.ui.pages.session.composed import has_speaker
from wellled_desktop.ui.pages.session.composer import Composer
from wellled_desktop.ui.pages.session.line_details import LineDetails
from wellled_desktop.ui.pages.session.line_list import LineList
from wellled_desktop.ui.pages.session.next_line_strip import Mark
from wellled_desktop.ui.pages.session.presenter import SessionPresenter
from wellled_desktop.ui.pages.session.tag_box import TagBox

Lines = tuple[NoteLine, ...]


class LineActions(QObject):
    """With lines selected, keys and the role card act on them; with none, on the line that is being written."""

    def __init__(
        self,
        parent: QObject,
        *,
        presenter: SessionPresenter,
        lines: LineList,
        composer: Composer,
        details: LineDetails,
        reason: ReasonRow,
        tags: TagBox,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._lines = lines
        self._composer = composer
        self._details = details
        self._reason = reason
        self._tags = tags
        self._with_reason: Callable[[str], None] | None = None
        self._to_tag: Lines = ()
        lines.selected.connect(self._show_details)
        lines.change_wanted.connect(self.change)
        lines.retract_wanted.connect(self.retract_or_restore)
        details.change_wanted.connect(self.change)
        details.retract_wanted.connect(self.retract_or_restore)
        presenter.lines.dataChanged.connect(self._show_details)
        composer.previous_wanted.connect(self._change_previous)
        reason.given.connect(self._reason_given)
        reason.left.connect(self._back_to_lines)
        tags.given.connect(self._tags_given)
        tags.left.connect(self._back_from_tags)

    def _with_selected(self, then: Callable[[Lines], None]) -> bool:
        """Hands over the selected lines; False where there are none."""
        rows = self._lines.selected_rows()
        if rows:
            self._presenter.with_lines(rows, then)
        return bool(rows)

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
        self._with_selected(self._ask_about_retracting)

    def _ask_about_retracting(self, lines: Lines) -> None:
        stand = tuple(line for line in lines if line.retracted_at is None)
        asked = (
            self.tr("Why retracted: %1? It stays readable, and can be put back.")
            if stand
            else self.tr("Why put back: %1?")
        )
        change = partial(many_lines.retracted_or_restored, lines)
        self._ask(asked, stand or lines, lambda reason: self._presenter.change_lines(*change(reason)))

    def _ask(self, question: str, lines: Lines, then: Callable[[str], None]) -> None:
        self._with_reason = then
        self._tags.hide()
        self._reason.ask(question.replace("%1", self._named(lines)))

    def _named(self, lines: Sequence[NoteLine]) -> str:
        return f"l.{lines[0].number}" if len(lines) == 1 else counted(len(lines), self.tr("line"), self.tr("lines"))

    def _reason_given(self, reason: str) -> None:
        then, self._with_reason = self._with_reason, None
        if then is not None:
            then(reason)
        self._back_to_lines()

    def drop(self) -> None:
        """For another session: nothing is asked any more."""
        self._reason.hide()
        self._tags.hide()

    def _back_to_lines(self) -> None:
        self._with_reason = None
        self._lines.setFocus(Qt.FocusReason.OtherFocusReason)

    # Coding

    def tag(self, node: str) -> None:
        """A tag for the selected lines (off again when all have it), else for the composer."""
        if not self._with_selected(partial(self._toggle_tag, node)):
            self._composer.tag(node)
            self._composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_tag(self, node: str, lines: Lines) -> None:
        self._presenter.change_lines(*many_lines.toggled_tag(many_lines.standing(lines), node))

    def ask_tags(self) -> None:
        """Opens the box for tags of the selected lines; with none selected, of the newest."""
        newest = self._presenter.lines.rowCount() - 1
        if not self._with_selected(self._ask_tags) and newest >= 0:
            self._presenter.with_lines((newest,), self._ask_tags)

    def _ask_tags(self, lines: Lines) -> None:
        self._to_tag = many_lines.standing(lines)
        self._reason.hide()
        left, remark = len(lines) - len(self._to_tag), ""
        if left:
            one = self.tr("%1 retracted line is left as it is.")
            remark = (one if left == 1 else self.tr("%1 retracted lines are left as they are.")).replace(
                "%1", str(left)
            )
        self._tags.ask(self.tr("Tag %1:").replace("%1", self._named(self._to_tag)), self._to_tag, remark)

    def _tags_given(self, on: tuple[str, ...], away: tuple[str, ...]) -> None:
        lines = tuple(map(self._presenter.lines.as_it_stands, self._to_tag))
        self._presenter.change_lines(*many_lines.retagged(lines, on, away))
        self._back_from_tags()

    def _back_from_tags(self) -> None:
        """To the lines where some are selected, else to the composer."""
        to = self._lines if self._lines.selected_rows() else self._composer.edit
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_mark(self, mark: Mark) -> None:
        if not self._with_selected(partial(self._toggle_mark, mark)):
            self._composer.strip.toggle_mark(mark)

    def _toggle_mark(self, mark: Mark, lines: Lines) -> None:
        self._presenter.change_lines(*many_lines.toggled_mark(many_lines.standing(lines), mark))

    def set_type(self, line_type: LineType) -> None:
        if not self._with_selected(partial(self._retype, line_type)):
            self._composer.strip.choose_type(line_type)

    def _retype(self, line_type: LineType, lines: Lines) -> None:
        self._record(lines, lambda reason: many_lines.retyped(many_lines.standing(lines), line_type, reason))

    def set_speaker(self, participant_id: str | None) -> bool:
        """Whether it was for selected lines."""
        return self._with_selected(partial(self._set_speaker, participant_id))

    def _set_speaker(self, participant_id: str | None, lines: Lines) -> None:
        if participant_id and not any(has_speaker(line.line_type) for line in lines):
            words = self.tr("A line of this type has no speaker; make it said (F2) or data (F5) first.")
            self._composer.message.show_sentence(words)
            return
        stand = many_lines.standing(lines)
        self._record(lines, lambda reason: many_lines.spoken_by(stand, participant_id, reason))

    def _record(self, lines: Lines, change: Callable[[str | None], tuple[AmendLine, ...]]) -> None:
        """Type and speaker are what was recorded, as the words are: after ten minutes a change has its reason."""
        changed = {one.line for one in change(None)}
        old = tuple(line for line in lines if line.id in changed and self._presenter.needs_reason(line))
        if not old:
            self._presenter.change_lines(*change(None))
            return
        asked = (
            self.tr("%1 was written more than ten minutes ago. Why is it changed? The original stays readable.")
            if len(old) == 1
            else self.tr(
                "%1 were written more than ten minutes ago. Why are they changed? The originals stay readable."
            )
        )
        self._ask(asked, old, lambda reason: self._presenter.change_lines(*change(reason)))

    # Details

    def _show_details(self) -> None:
        line = self._lines.selected_line()
        self._composer.mode.show_selected(len(self._lines.selected_rows()))
        self._details.setVisible(line is not None)
        if line is None:
            return
        self._details.show_line(line, self._presenter.lines.speaker(line))
        self._presenter.ask_history(line.id, self._show_history)

    def _show_history(self, history: LineHistory) -> None:
        line = self._lines.selected_line()
        if line is not None and line.id == history.line_id:
            self._details.show_history(line, history, self._presenter.lines.speaker_called)
