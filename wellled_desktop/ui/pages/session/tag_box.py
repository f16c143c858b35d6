"""One line to tag lines that are written already: what is typed is tags, with or without #, and a minus before one takes it away.

Signals of TagBox: `given(tuple, tuple)` with the tags to put on and those to take away; `left()` when it was left with Esc.
"""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wellled_desktop.inspection.read_models import NoteLine
from wellled_desktop.ui.kit.completion import Completions
from wellled_desktop.ui.kit.labels import label
from wellled_desktop.ui.kit.offered_field import OfferedField
from wellled_desktop.ui.pages.session.composed import KnownTags

_MOST_TOLD = 8
_MINUS = ("-", "\u2212")


class TagField(OfferedField):
    def focusNextPrevChild(self, next_child: bool) -> bool:  # noqa: N802
        if next_child and self.completions.takes(Qt.Key.Key_Tab):
            return True
        return super().focusNextPrevChild(next_child)


class TagBox(QFrame):
    """Whoever hears of the tags moves the focus on before the box hides: Qt would give it to the next widget in between."""

    given = Signal(object, object)
    left = Signal()

    def __init__(self, known: KnownTags, completions: Completions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._known = known
        self._completions = completions
        self._question = label("")
        self.field = TagField(completions)
        self.field.setAccessibleName(self.tr("Tags"))
        self.field.setToolTip(self.tr("Tags of the lines (Enter tags them, Esc leaves them as they are)"))
        self.field.setPlaceholderText(self.tr("# and an id or words. Enter takes what is offered, then tags."))
        # A paragraph no wider than it reads well would be given the height of a wider one.
        self._remark = label("", "muted")
        self._remark.setWordWrap(True)
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self._question)
        asked.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(asked)
        column.addWidget(self._remark)
        self.field.textEdited.connect(self._typed)
        self.field.returnPressed.connect(self._give)
        self.field.escaped.connect(self._leave)
        completions.chosen.connect(self._take)
        self.hide()

    @property
    def question(self) -> str:
        return self._question.text()

    @property
    def remark(self) -> str:
        return self._remark.text()

    def ask(self, question: str, lines: Sequence[NoteLine], remark: str = "") -> None:
        """`remark` comes before what is said of the tags that the lines have now."""
        self._question.setText(question)
        self.field.setAccessibleName(question)
        self.field.setText("#")
        tags = Counter(tag for line in lines for tag in line.tags)
        self._remark.setText(" ".join(part for part in (remark, self._now_words(tags, len(lines))) if part))
        self.field.setAccessibleDescription(self._remark.text())
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.end(False)

    def _now_words(self, tags: Counter[str], lines: int) -> str:
        if not tags:
            return self.tr("No tags on them yet.") if lines > 1 else self.tr("No tags on it yet.")
        told = [tag if lines == 1 else f"{tag} ({count})" for tag, count in tags.most_common(_MOST_TOLD)]
        more = f" +{len(tags) - _MOST_TOLD}" if len(tags) > _MOST_TOLD else ""
        words = self.tr("Now: %1. A minus before a tag takes it away: -%2")
        return words.replace("%1", ", ".join(told) + more).replace("%2", tags.most_common(1)[0][0])

    def _typed(self, text: str) -> None:
        """What follows the last #, unless that is an id already."""
        token = text.rpartition("#")[2] if "#" in text else ""
        wanted = token.strip() and self._known.exact(token.split()[0]) is None
        self._completions.offer(token if wanted else None, self.field)

    def _take(self, node: str) -> None:
        before, sign, _ = self.field.text().rpartition("#")
        self.field.setText(f"{before.rstrip('#')}{sign}{node} ")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        on: list[str] = []
        away: list[str] = []
        for word in self.field.text().replace(",", " ").split():
            bare = word.lstrip("".join(_MINUS)).lstrip("#")
            if not bare:
                continue
            node = self._known.exact(bare)
            if node is None:
                words = self.tr("“%1” is no id of the framework: type # and words, and take one of those offered.")
                self._remark.setText(words.replace("%1", bare[:40]))
                return
            (away if word.startswith(_MINUS) else on).append(node)
        if on or away:
            self.given.emit(tuple(on), tuple(away))
            self.hide()

    def _leave(self) -> None:
        self.left.emit()
        self.hide()
