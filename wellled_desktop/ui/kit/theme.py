"""The two themes, light and dark: colours, palette, style sheet, font. Everything drawn by hand takes its colours from
the widget's palette, whose roles carry the theme: PlaceholderText is muted text, Mid a hairline, AlternateBase a soft fill,
Link the accent as text, Accent the accent as a fill.
"""

from collections.abc import Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

Scheme = Literal["light", "dark"]
FAMILY = "Source Sans 3"
TEXT_POINTS = 10.5


class Colours(NamedTuple):
    """Contrast (WCAG 2.2 AA): text and muted text at least 4.5:1 on window, base and soft; edge and focus at least 3:1."""

    window: str
    base: str
    soft: str
    text: str
    muted: str
    line: str
    edge: str
    accent: str
    accent_soft: str
    on_accent: str
    focus: str
    warning: str
    warning_soft: str


COLOURS: dict[Scheme, Colours] = {
    "light": Colours(
        window="#f4f5f7",
        base="#ffffff",
        soft="#eceff3",
        text="#1b2430",
        muted="#535e6e",
        line="#d5dae1",
        edge="#7b8593",
        accent="#1f5fa8",
        accent_soft="#e3ecf7",
        on_accent="#ffffff",
        focus="#1f5fa8",
        warning="#8a5a00",
        warning_soft="#fbf1dc",
    ),
    "dark": Colours(
        window="#171b21",
        base="#1f252d",
        soft="#29313b",
        text="#e4e8ee",
        muted="#a7b1bf",
        line="#38414d",
        edge="#7a8696",
        accent="#7fb2ea",
        accent_soft="#26364a",
        on_accent="#10161e",
        focus="#9cc4f0",
        warning="#d9a94a",
        warning_soft="#33291a",
    ),
}


def scheme_of(palette: QPalette) -> Scheme:
    """Light or dark, as the palette of the desktop is before it is given ours."""
    role = QPalette.ColorRole
    return "dark" if palette.color(role.Window).lightness() < palette.color(role.WindowText).lightness() else "light"


def system_scheme(unknown: Scheme = "light") -> Scheme:
    """What the desktop asks for; `unknown` where it does not say. Loads Qt's enums, which takes 20 ms."""
    from PySide6.QtCore import Qt

    asked = QGuiApplication.styleHints().colorScheme()
    if asked == Qt.ColorScheme.Unknown:
        return unknown
    return "dark" if asked == Qt.ColorScheme.Dark else "light"


def apply_theme(application: QApplication, scheme: Scheme, resources: Traversable, points: float = TEXT_POINTS) -> None:
    """Gives the application one of the two themes; may be called again to change it, or the size of its text."""
    colours = COLOURS[scheme]
    styles = resources / "styles"
    if isinstance(styles, Path):
        QDir.setSearchPaths(scheme, [str(styles / scheme)])
    application.setPalette(palette_for(colours))
    template = (styles / "wellled.qss").read_text(encoding="utf-8")
    application.setStyleSheet(style_sheet(template, colours, points))


def named_with_style(arguments: Sequence[str]) -> list[str]:
    """The arguments for a QApplication that draws with Fusion, on every platform alike.

    Asked for in this way because `setStyle` hands the style to Python, which takes 8 ms before the first picture.
    """
    return [*arguments, "-style", "Fusion"]


def load_fonts(application: QApplication, resources: Traversable) -> None:
    """Loads the bundled family and makes it the application's font. Without its files the system's own font stays."""
    for file in sorted((resources / "fonts").iterdir(), key=lambda one: one.name):
        if file.name.endswith(".ttf"):
            QFontDatabase.addApplicationFontFromData(file.read_bytes())
    font = QFont(FAMILY)
    font.setPointSizeF(TEXT_POINTS)
    application.setFont(font)


def style_sheet(template: str, colours: Colours, points: float = TEXT_POINTS) -> str:
    """The sheet with each @name replaced; longer names first, so that @accent does not eat @accent_soft.

    @images is the name under which Qt finds the theme's folder of pictures.
    """
    values = {
        **colours._asdict(),
        "images": next(scheme for scheme, of_scheme in COLOURS.items() if of_scheme == colours),
        "title_size": f"{points * 1.6:.1f}pt",
        "heading_size": f"{points * 1.2:.1f}pt",
    }
    for name in sorted(values, key=len, reverse=True):
        template = template.replace(f"@{name}", values[name])
    return template


def palette_for(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in (
        (role.Window, colours.window),
        (role.Base, colours.base),
        (role.AlternateBase, colours.soft),
        (role.Button, colours.base),
        (role.ToolTipBase, colours.base),
        (role.WindowText, colours.text),
        (role.Text, colours.text),
        (role.ButtonText, colours.text),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.BrightText, colours.warning),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Accent, colours.accent),
        (role.Highlight, colours.accent_soft),
        (role.HighlightedText, colours.text),
        (role.Light, colours.soft),
        (role.Midlight, colours.soft),
        (role.Mid, colours.line),
        (role.Dark, colours.edge),
        (role.Shadow, colours.edge),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.muted))
    return palette
