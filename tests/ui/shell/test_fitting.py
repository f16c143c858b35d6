"""The window is no larger than the screen it opens on."""

from PySide6.QtCore import QRect, QSize

from wellled_desktop.ui.window.fitting import fitting_size

LEAST = QSize(960, 600)


def test_a_small_screen_leaves_room_for_the_title_bar() -> None:
    assert fitting_size(QSize(1280, 800), LEAST, QRect(0, 0, 1280, 800), 32) == QSize(1272, 760)


def test_a_large_screen_changes_nothing_and_a_tiny_one_gives_the_least() -> None:
    assert fitting_size(QSize(1280, 800), LEAST, QRect(0, 0, 2560, 1440), 32) == QSize(1280, 800)
    assert fitting_size(QSize(1280, 800), LEAST, QRect(0, 0, 800, 480), 32) == LEAST
