"""Service-level findings: the tab, and what a file of them would come to."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.shots.album import Album

_TABLE = """Core service,Finding,Rating,Prompt,Reported
Maternity,Stock was checked each day and the checks were used.,Good,W5.4,May 2026
Maternity,Staff did not know who led the service at night.,Requires improvement,W1.3,May 2026
Surgery,The service knew its waiting list by clinical need and reviewed it each week.,Good,W5.2,
Surgery,Nobody could say what had become of last year's audit.,purple,W9.9,May 2026
,A finding of no service.,Good,,
"""


def photograph_findings(album: Album) -> None:
    """Nothing is recorded, for the next look begins with the same inspection."""
    person = album.person
    person.press("Ctrl+4", "Alt+F")
    person.see("8 findings")
    album.take("findings")
    person.press("L")
    person.type("W5")
    album.take("findings-link")
    person.press("Esc", "Esc")
    with tempfile.TemporaryDirectory() as scratch:
        table = Path(scratch) / "Core services 2026.csv"
        table.write_text(_TABLE, encoding="utf-8")
        person.press("Ctrl+O")
        person.type_anew(str(table))
        person.settle()
        if QApplication.activePopupWidget() is not None:  # the file dialog's own completions
            person.press("Esc")
        person.press("Return")
        person.see("3 new, of which 2 linked")
        album.take("findings-import")
        person.press("Esc")
    person.press("Alt+L")
