"""How the app looks on this laptop: light, dark or as the desktop asks, and the size of its text; kept in the settings.

Signals of Appearance: `text_told(str)` with the size that was asked for, at once; `text_resizing()` before it is shown, for
whoever can spare widgets their restyling; `text_resized()` once the size of text has changed.
"""

from importlib.resources.abc import Traversable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from wellled_desktop.ui.kit import theme
from wellled_desktop.ui.kit.settings import TEXT_STEPS, SchemeChoice, SettingsFile

_POINTS_A_STEP = 1.5
_PRESSED_ON_MS = 250


class Appearance(QObject):
    """Applies the settings' look to the application, now and whenever it is changed here or on the desktop."""

    text_told = Signal(str)
    text_resizing = Signal()
    text_resized = Signal()

    def __init__(self, application: QApplication, resources: Traversable, file: SettingsFile) -> None:
        super().__init__(application)
        self._application = application
        self._resources = resources
        self._file = file
        self._forced: theme.Scheme | None = None
        self._system: theme.Scheme = theme.scheme_of(application.palette())
        self._wanted_step = file.settings.text_step
        self._soon = QTimer(self, singleShot=True, interval=_PRESSED_ON_MS)
        self._soon.timeout.connect(self._show_wanted)

    @property
    def scheme_choice(self) -> SchemeChoice:
        return self._file.settings.scheme

    def begin(self, forced: theme.Scheme | None) -> None:
        """Loads the fonts and applies the look; `forced` holds until another scheme is chosen."""
        self._forced = forced
        theme.load_fonts(self._application, self._resources)
        self._apply()

    def choose_scheme(self, choice: SchemeChoice) -> None:
        self._forced = None
        self._file.change(scheme=choice)
        self._apply()

    def resize_text(self, steps: int) -> None:
        """Larger by so many steps, or smaller; 0 goes back to the usual size."""
        wanted = self._file.settings.text_step + steps if steps else 0
        if wanted not in TEXT_STEPS or wanted == self._file.settings.text_step:
            return
        self._wanted_step = wanted
        self._file.change(text_step=wanted)
        self.text_resizing.emit()
        self._apply()
        self.text_resized.emit()

    def press_text(self, steps: int) -> None:
        """As `resize_text`, of keys that may be pressed several times in a row: the size is told at once, and shown once they
        rest, for everything is styled anew then.
        """
        wanted = self._wanted_step + steps if steps else 0
        self._wanted_step = min(max(wanted, TEXT_STEPS[0]), TEXT_STEPS[-1])
        self.text_told.emit(self._size_words(self._wanted_step))
        self._soon.start()

    def _show_wanted(self) -> None:
        """Not under a dialog that was opened meanwhile: what it stands over is built anew."""
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            self._soon.start()
        elif self._wanted_step != self._file.settings.text_step:
            self.resize_text(self._wanted_step - self._file.settings.text_step)

    def _size_words(self, step: int) -> str:
        percent = round(100 * (theme.TEXT_POINTS + step * _POINTS_A_STEP) / theme.TEXT_POINTS)
        words = {
            0: self.tr("Text of the usual size"),
            TEXT_STEPS[0]: self.tr("Text %1 %, smallest"),
            TEXT_STEPS[-1]: self.tr("Text %1 %, largest"),
        }.get(step, self.tr("Text %1 %"))
        return words.replace("%1", str(percent))

    def listen(self) -> None:
        """Follows the desktop from now on. Not before the first picture, for which its own palette tells light from dark."""
        self._application.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._follow_system()

    def _follow_system(self) -> None:
        system, self._system = self._system, theme.system_scheme(self._system)
        if system == self._system:
            return
        if self._forced is None and self.scheme_choice == "system":
            self._apply()

    def _apply(self) -> None:
        choice = self._file.settings.scheme
        scheme = self._forced or (self._system if choice == "system" else choice)
        points = theme.TEXT_POINTS + self._file.settings.text_step * _POINTS_A_STEP
        font = self._application.font()
        font.setPointSizeF(points)
        self._application.setFont(font)
        theme.apply_theme(self._application, scheme, self._resources, points)
