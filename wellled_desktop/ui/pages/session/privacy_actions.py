"""Privacy at the table, connected: the key that hides all but the composer, the large card, the mark of identifying roles."""

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from wellled_desktop.inspection.read_models import Session, SessionOpening
from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.page import Shortcut
from wellled_desktop.ui.pages.session.presenter import SessionPresenter
from wellled_desktop.ui.pages.session.privacy_cover import HIDE_KEYS, Cover
from wellled_desktop.ui.pages.session.privacy_holders import identifying_words
from wellled_desktop.ui.pages.session.privacy_question import SHOW_KEYS, QuestionCard
from wellled_desktop.ui.pages.session.privacy_questions import Questions


class TablePrivacy(QObject):
    """`kept` are what stays when the rest is hidden, the composer first. `said` and `identifying` belong over the page."""

    def __init__(
        self,
        page: QWidget,
        presenter: SessionPresenter,
        titles: dict[str, str],
        questions: Questions,
        *,
        kept: tuple[QWidget, ...],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._titles = titles
        self._questions = questions
        self.cover = Cover(page, *kept)
        self.said = self.cover.said
        self.identifying = paragraph("", "muted")
        self.identifying.hide()
        for keys, then in ((HIDE_KEYS, self.cover.toggle), (SHOW_KEYS, self.show_question)):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(then)
        presenter.opened.connect(self._open)
        presenter.session_changed.connect(self._show_session)

    def _open(self, opening: SessionOpening) -> None:
        self._show_session(opening.session)

    def _show_session(self, session: Session) -> None:
        words = identifying_words(session, self._titles)
        self.identifying.setText(words)
        self.identifying.setVisible(bool(words))

    def show_question(self) -> QuestionCard:
        """The current question over the whole window, until Esc."""
        card = QuestionCard(self._questions, self._page.window())
        card.open()
        return card


def privacy_shortcuts() -> tuple[Shortcut, ...]:
    """The lines of the list of shortcuts that are about privacy at the table."""
    return (
        Shortcut(HIDE_KEYS, _tr("Hide everything but the composer from eyes at the table; once more: show it again")),
        Shortcut(SHOW_KEYS, _tr("Show the current question large; arrows for the next, Esc closes it")),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("TablePrivacy", words)
