"""The two programs: `wellled-desktop` (the window) and `wellled` (the command line). Qt is imported only for the window."""

import sys

from wellled_desktop import bootstrap

_INTERRUPTED = 130


def command_line() -> None:
    """The program `wellled`."""
    try:
        status = bootstrap.command_line(sys.argv[1:])
    except KeyboardInterrupt:  # while the program was still being loaded
        status = _INTERRUPTED
    sys.exit(status)


def window() -> None:
    """The program `wellled-desktop`."""
    try:
        status = bootstrap.window(sys.argv)
    except ImportError as missing:
        sys.exit(
            f"The window cannot open, because something it needs is not installed ({missing.name or missing}). Your record "
            "is safe; install WellLed Desktop again, or use “wellled”, which needs no window."
        )
    sys.exit(status)
