"""The steps of the sessions in one look: `python -m tests.e2e.window.photograph FOLDER LOOK`."""

import os
import sys
import tempfile
from pathlib import Path

from tests.e2e.window import interview, other_sessions
from tests.e2e.window.at_work import AtWork
from tests.e2e.window.trust import make_inspection, make_vault, opened_on
from tests.shots.looks import LOOKS
from wellled_desktop import bootstrap
from wellled_desktop.ui.application import make_application
from wellled_desktop.ui.example_day.person import Person
from wellled_desktop.ui.example_day.screen import drawing_application
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.ui.unexpected import SENTENCE
from wellled_desktop.ui.window.main_window import MainWindow

STORIES = (
    interview.hold,
    other_sessions.hold_focus_group,
    other_sessions.hold_panel,
    other_sessions.observe_board,
)


def main(folder: Path, look: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["QT_SCALE_FACTOR"] = LOOKS[look].scale  # read when the application is made
    application = drawing_application(make_application)
    with tempfile.TemporaryDirectory() as scratch:
        library = Path(scratch) / "library"
        vault = make_vault(library)
        appearance = Appearance(application, bootstrap.shipped("resources"), SettingsFile(library))
        appearance.begin(LOOKS[look].scheme)
        window = MainWindow(appearance, library)
        window.begin(opened_on(make_inspection(vault)))
        window.show()
        window.activateWindow()
        work = AtWork(Person(SENTENCE), window, folder, f"-{look}")
        for story in STORIES:
            story(work)
        work.leave()
        vault.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
