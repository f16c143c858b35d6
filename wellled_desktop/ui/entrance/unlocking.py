"""From the first picture to an unlocked vault: the lock screen, the recovery key, or the first run.

Signals of Unlocking: `page_wanted(Sheet)` to be shown; `page_done(Sheet)` to be dropped; `unlocked(Unlocked)`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wellled_desktop.ui.entrance.opening import Opening, Unlocked, sentence_of
from wellled_desktop.ui.kit.background import Background

if TYPE_CHECKING:  # each page is loaded when it is first needed: the lock screen is painted first
    from wellled_desktop.ui.entrance.first_run_page import FirstRunPage
    from wellled_desktop.ui.entrance.lock_page import LockPage
    from wellled_desktop.ui.entrance.recover_page import ChangePassphrasePage, RecoverPage
    from wellled_desktop.ui.entrance.recovery_key_page import RecoveryKeyPage
    from wellled_desktop.ui.kit.settings import SettingsFile

VAULT_FILES = ("vault-a.wl", "vault-b.wl")
INSPECTIONS = "inspections"
"""As in vault.copies and vault.library, which take longer to load than the lock screen to paint."""


def _nothing(_answer: None) -> None:
    """There is nothing in the way of a new vault."""


class Unlocking(QObject):
    """`about` is what the lock screen says, where there is something to say."""

    page_wanted = Signal(object)
    page_done = Signal(object)
    unlocked = Signal(object)

    def __init__(
        self, folder: Path, opening: Opening, background: Background, settings: "SettingsFile", about: str
    ) -> None:
        super().__init__(background)
        self._folder = folder
        self._opening = opening
        self._background = background
        self._settings = settings
        self._about = about
        self._open: Unlocked | None = None
        self._lock: LockPage | None = None
        self._first: FirstRunPage | None = None
        self._recover: RecoverPage | None = None
        self._change: ChangePassphrasePage | None = None
        self._key: RecoveryKeyPage | None = None

    def begin(self) -> None:
        """Shows the lock screen, or the first run where there is no vault."""
        if any((self._folder / name).exists() for name in VAULT_FILES):
            from wellled_desktop.ui.entrance.lock_page import LockPage

            self._lock = LockPage(self._about)
            self._lock.unlock.connect(self._unlock)
            self._lock.use_recovery_key.connect(self._show_recover)
            self.page_wanted.emit(self._lock)
        else:
            from wellled_desktop.ui.entrance.first_run_page import FirstRunPage

            self._first = FirstRunPage(str(self._folder))
            self._first.vault_wanted.connect(self._create_vault)
            self.page_wanted.emit(self._first)
            if any((self._folder / INSPECTIONS).glob("*")):
                self._background.run(self._opening.check_free, _nothing, self._on_not_created)

    def _go_on(self, unlocked: Unlocked) -> None:
        """A recovery key that was perhaps never seen, because the program ended while it was shown, is made anew."""
        self._open = unlocked
        if self._settings.settings.recovery_key_pending:
            make = unlocked.vault.change_recovery_key
            self._background.run(lambda: make().text, self._show_recovery_key, self._on_not_unlocked)
            return
        for page in (self._lock, self._first, self._recover, self._change, self._key):
            if page is not None:
                page.forget()
        self.unlocked.emit(unlocked)

    def _unlock(self, passphrase: str) -> None:
        if self._lock is not None:
            self._lock.show_opening()
            self._background.run(lambda: self._opening.unlock(passphrase), self._go_on, self._on_not_unlocked)

    def _on_not_unlocked(self, problem: Exception) -> None:
        from wellled_desktop.vault.errors import WrongPassphrase

        if self._lock is not None:
            self._lock.show_refused(sentence_of(problem), wrong=isinstance(problem, WrongPassphrase))
            self.page_wanted.emit(self._lock)

    def _show_recover(self) -> None:
        from wellled_desktop.ui.entrance.recover_page import RecoverPage

        if self._lock is not None:
            self._lock.forget()
        self._recover = RecoverPage()
        self._recover.unlock.connect(self._unlock_with_key)
        self._recover.back.connect(self._back_to_lock)
        self.page_wanted.emit(self._recover)

    def _back_to_lock(self) -> None:
        self.page_wanted.emit(self._lock)
        self.page_done.emit(self._recover)
        self._recover = None

    def _unlock_with_key(self, text: str) -> None:
        if self._recover is not None:
            self._recover.show_opening(opening=True)
            self._background.run(
                lambda: self._opening.unlock_with_recovery_key(text), self._ask_new_passphrase, self._on_wrong_key
            )

    def _on_wrong_key(self, problem: Exception) -> None:
        if self._recover is not None:
            self._recover.show_refused(sentence_of(problem))

    def _ask_new_passphrase(self, unlocked: Unlocked) -> None:
        from wellled_desktop.ui.entrance.recover_page import ChangePassphrasePage

        self._open = unlocked
        self._change = ChangePassphrasePage()
        self._change.change.connect(self._change_passphrase)
        self.page_wanted.emit(self._change)

    def _change_passphrase(self, passphrase: str) -> None:
        if self._change is not None and self._open is not None:
            vault = self._open.vault
            self._change.show_setting(setting=True)
            self._background.run(
                lambda: self._opening.change_passphrase(vault, passphrase), self._go_on, self._on_not_changed
            )

    def _on_not_changed(self, problem: Exception) -> None:
        if self._change is not None:
            self._change.show_refused(sentence_of(problem))

    def _create_vault(self, author: str, passphrase: str) -> None:
        if self._first is not None:
            self._first.show_making(making=True)
            self._background.run(
                lambda: self._opening.create_vault(author, passphrase), self._on_created, self._on_not_created
            )

    def _on_not_created(self, problem: Exception) -> None:
        if self._first is not None:
            self._first.show_refused(sentence_of(problem))

    def _on_created(self, made: tuple[Unlocked, str]) -> None:
        self._open, recovery_key = made
        self._settings.change(recovery_key_pending=True)
        self._show_recovery_key(recovery_key)

    def _show_recovery_key(self, text: str) -> None:
        from wellled_desktop.ui.entrance.recovery_key_page import RecoveryKeyPage

        self._key = RecoveryKeyPage()
        self._key.show_key(text)
        self._key.kept.connect(self._on_key_kept)
        self.page_wanted.emit(self._key)

    def _on_key_kept(self) -> None:
        self._settings.change(recovery_key_pending=False)
        if self._open is not None:
            self._go_on(self._open)
