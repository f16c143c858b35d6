"""How the app looks on this laptop: light, dark or as the desktop asks, and the size of its text; kept in the settings.

Signals of Appearance: `text_resized()` once the size of text has changed.
"""

from importlib.resources.abc import Traversable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from wellled_desktop.ui.kit import theme
from wellled_desktop.ui.kit.settings import TEXT_STEPS, SchemeChoice, SettingsFile

_POINTS_A_STEP = 1.5


class Appearance(QObject):
    """Applies the settings' look to the application, now and whenever it is changed here or on the desktop."""

    text_resized = Signal()

    def __init__(self, application: QApplication, resources: Traversable, file: SettingsFile) -> None:
        super().__init__(application)
        self._application = application
        self._resources = resources
        self._file = file
        self._forced: theme.Scheme | None = None
        self._system: theme.Scheme = theme.scheme_of(application.palette())

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
        self._file.change(text_step=wanted)
        self._apply()
        self.text_resized.emit()

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
