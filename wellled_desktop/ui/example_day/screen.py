"""A Qt application that draws where there is no desktop: on a screen of a laptop's size, which nobody sees but the camera."""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

_WIDTH, _HEIGHT, _DOTS_PER_INCH = 1440, 900, 96
_UNSEEN = "offscreen"
_NO_DESKTOP = "This plugin does not support"


def drawing_application(make_application: Callable[[Sequence[str]], QApplication]) -> QApplication:
    """On the desktop where there is one, unless Qt is told otherwise. File dialogs are Qt's own, which keys reach."""
    qInstallMessageHandler(_tell_message)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    if not _is_unseen():
        return make_application(sys.argv[:1])
    told = os.environ.get("QT_QPA_PLATFORM")
    with tempfile.TemporaryDirectory() as folder:
        screen = Path(folder) / "screen.json"
        screen.write_text(json.dumps({"screens": [_screen()]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"{_UNSEEN}:configfile={screen}"
        application = make_application(sys.argv[:1])
    os.environ["QT_QPA_PLATFORM"] = told or _UNSEEN
    return application


def _is_unseen() -> bool:
    told = os.environ.get("QT_QPA_PLATFORM")
    if told:
        return told == _UNSEEN
    desktop = sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return not desktop


def _screen() -> dict[str, object]:
    """Qt's own unseen screen is 800 by 800, and a window that is opened again is made to fit it."""
    factor = float(os.environ.get("QT_SCALE_FACTOR") or 1)
    return {
        "name": "laptop",
        "x": 0,
        "y": 0,
        "width": round(_WIDTH * factor),
        "height": round(_HEIGHT * factor),
        "logicalDpi": _DOTS_PER_INCH,
        "logicalBaseDpi": _DOTS_PER_INCH,
        "dpr": 1,
    }


def _tell_message(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Of each wish to a desktop Qt says, where there is none, that it goes unheard; all else goes to the standard error."""
    if not message.startswith(_NO_DESKTOP):
        sys.stderr.write(f"{message}\n")
