"""Comparing the chosen worry with the risk register: a verdict, the entry it goes with, and a remark.

Signals of Comparing: `done()` once there is nothing more to choose.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from wellled_desktop.inspection.read_models import Risk, Worry
from wellled_desktop.inspection.words import WorryVerdict
from wellled_desktop.ui.pages.worries.presenter import WorriesPresenter
from wellled_desktop.ui.pages.worries.register_pane import RegisterPane
from wellled_desktop.ui.pages.worries.verdict_bar import VerdictBar

_NEED_AN_ENTRY: frozenset[WorryVerdict] = frozenset(("matched", "rated lower"))


class Comparing(QObject):
    """`current` is the worry that is chosen in the table."""

    done = Signal()

    def __init__(
        self,
        presenter: WorriesPresenter,
        verdicts: VerdictBar,
        register: RegisterPane,
        current: Callable[[], Worry | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._verdicts = verdicts
        self._register = register
        self._current = current
        self._pending: WorryVerdict | None = None
        verdicts.verdict_wanted.connect(self.judge)
        verdicts.remark_given.connect(self._give_remark)
        verdicts.remark_left.connect(self._keep_remark)
        register.risk_opened.connect(self._compare_with)

    def ask_for_entry(self, verdict: WorryVerdict | None) -> None:
        """Says which verdict waits for an entry; None for none."""
        self._pending = verdict
        words = self.tr("%1: choose the entry of the register. Type to search, Down, Enter; Esc leaves it as it is.")
        self._verdicts.show_prompt(words.replace("%1", verdict.capitalize()) if verdict else "")

    def judge(self, verdict: WorryVerdict) -> None:
        worry = self._current()
        if worry is None:
            return
        risk = self._register.chosen if self._register.table.hasFocus() else worry.risk
        if verdict in _NEED_AN_ENTRY and risk is None:
            self.ask_for_entry(verdict)
            self._register.begin_choosing()
            return
        self._compare(worry, verdict, risk)

    def _compare_with(self, risk: Risk) -> None:
        worry = self._current()
        if worry is not None:
            present = worry.verdict if worry.verdict in _NEED_AN_ENTRY else "matched"
            self._compare(worry, self._pending or present, risk)

    def _compare(self, worry: Worry, verdict: WorryVerdict, risk: Risk | None) -> None:
        self._presenter.compare(worry, verdict, risk, self._verdicts.remark.text().strip())
        self.done.emit()

    def _give_remark(self, remark: str) -> None:
        self._keep_remark(remark)
        self.done.emit()

    def _keep_remark(self, remark: str) -> None:
        worry = self._current()
        if worry is not None:
            self._presenter.compare(worry, worry.verdict, worry.risk, remark)
