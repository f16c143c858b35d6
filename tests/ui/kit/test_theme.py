"""The two themes: readable by the figures of WCAG 2.2 AA, and complete."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from wellled_desktop import bootstrap
from wellled_desktop.ui.kit.theme import COLOURS, Scheme, style_sheet

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
TEXT_PAIRS = [
    (ink, ground)
    for ink in ("text", "muted", "accent")
    for ground in ("window", "base", "soft", "accent_soft")
] + [("on_accent", "accent"), ("text", "warning_soft")]  # fmt: skip
SHAPE_PAIRS = [
    ("edge", "base"),
    ("edge", "window"),
    ("focus", "base"),
    ("focus", "window"),
    ("warning", "warning_soft"),
]


def luminance(colour: QColor) -> float:
    """Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = []
    for part in (colour.redF(), colour.greenF(), colour.blueF()):
        parts.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(scheme: Scheme, one: str, other: str) -> float:
    values = sorted(luminance(QColor(getattr(COLOURS[scheme], name))) for name in (one, other))
    return (values[1] + 0.05) / (values[0] + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_stands_out_from_every_ground(scheme: Scheme, ink: str, ground: str) -> None:
    assert contrast(scheme, ink, ground) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_edges_and_the_focus_stand_out(scheme: Scheme, shape: str, ground: str) -> None:
    assert contrast(scheme, shape, ground) >= 3.0


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_sheet_names_only_colours_there_are(scheme: Scheme) -> None:
    template = (bootstrap.shipped("resources") / "styles" / "wellled.qss").read_text(encoding="utf-8")
    assert re.findall(r"@\w+", style_sheet(template, COLOURS[scheme])) == []


def test_no_colour_is_written_anywhere_but_in_the_theme() -> None:
    package = Path(__file__).parents[3] / "wellled_desktop" / "ui"
    files = [file for file in package.rglob("*.py") if file.name != "theme.py"]
    assert len(files) > 10
    named = [file.name for file in files if re.search(r"#[0-9a-fA-F]{6}\b", file.read_text(encoding="utf-8"))]
    assert named == []
