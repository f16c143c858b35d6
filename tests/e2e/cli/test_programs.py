"""The two entry points, and where they find what comes with the app."""

import re
import shutil
import subprocess
import sys
from importlib.resources.abc import Traversable
from pathlib import Path
from types import ModuleType

import pytest

from tests.e2e.cli.conftest import secret_file
from tests.e2e.cli.program import Program, Ran
from wellled_desktop import bootstrap
from wellled_desktop.cli import sessions
from wellled_desktop.cli.app import build

HERE = Path(bootstrap.__file__).parent


class FakeApplication(ModuleType):
    """Stands where the window's module would be, and keeps what it was handed."""

    def __init__(self) -> None:
        super().__init__("wellled_desktop.ui.application")
        self.handed: list[tuple[Path, Traversable, Traversable, list[str]]] = []

    def run(self, library: Path, packs: Traversable, resources: Traversable, arguments: list[str]) -> int:
        self.handed.append((library, packs, resources, arguments))
        return 7


@pytest.fixture
def application(monkeypatch: pytest.MonkeyPatch) -> FakeApplication:
    fake = FakeApplication()
    monkeypatch.setitem(sys.modules, fake.__name__, fake)
    monkeypatch.delenv("WELLLED_LIBRARY", raising=False)
    return fake


def test_the_window_is_handed_library_packs_resources_and_the_other_arguments(application: FakeApplication) -> None:
    assert bootstrap.window(["wellled-desktop", "--library", "/chosen", "-style", "fusion"]) == 7
    ((library, packs, resources, arguments),) = application.handed
    assert library == Path("/chosen")
    assert (packs / "cqc-trust-well-led").is_dir()
    assert (resources / "fonts").is_dir()
    assert arguments == ["wellled-desktop", "-style", "fusion"]


def test_the_window_takes_the_library_of_the_environment_or_else_this_users(
    application: FakeApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.window(["wellled-desktop"])
    monkeypatch.setenv("WELLLED_LIBRARY", "/from/environment")
    bootstrap.window(["wellled-desktop"])
    assert [handed[0] for handed in application.handed] == [bootstrap.default_library(), Path("/from/environment")]


def test_a_window_that_cannot_be_opened_says_so_in_a_sentence() -> None:
    program = "import sys; sys.modules['PySide6'] = None\nfrom wellled_desktop.main import window\nwindow()"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("The window cannot open, because something it needs is not installed (PySide6")
    assert ran.stderr.count("\n") == 1


COMMANDS = (
    (("line", "add", "rxx", "1", "-", "--strength"), b"caf\xe9 closed\n\nna\xc3\xafve\x07\n"),
    (("line", "list", "RXX", "--json"), b""),
    (("line", "retract", "RXX", "S-01.7", "--reason", "na\u00efve"), b""),
    (("line", "add", "RXX", "1", "x", "--no-such-option"), b""),
    (("session", "sign-off", "RXX", "1"), b""),
    (("framework", "show"), b""),
    (("worry", "--help"), b""),
)


def test_a_command_does_the_same_in_a_process_of_its_own_and_within_this_one(
    wellled: Program, session: str, tmp_path: Path
) -> None:
    """Most tests run their commands within their own process: what holds for them holds for the installed program."""
    assert session
    copy = Program(Path(shutil.copytree(wellled.library, tmp_path / "copy")), wellled.passphrase_file)
    statuses = set()
    for arguments, typed in COMMANDS:
        here, there = wellled(*arguments, typed=typed), copy.installed(*arguments, typed=typed)
        assert without_chance(there) == without_chance(here)
        statuses.add(here.status)
    wrong = Program(wellled.library, secret_file(tmp_path / "wrong", "gravel lantern adder"))
    assert wrong.installed("list") == wrong("list")
    assert statuses | {wrong("list").status} == {0, 1, 2, 3, 4}


def without_chance(ran: Ran) -> Ran:
    """With one word for all ids, and one for all times: two runs of a command that writes have each their own."""
    out = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID", ran.out)
    return Ran(ran.status, re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "TIME", out), ran.err)


def test_a_command_line_that_is_built_again_holds_each_command_once(tmp_path: Path) -> None:
    for _ in range(2):
        build(lambda: tmp_path, bootstrap.shipped("framework_data"), bootstrap.shipped("resources"))
    names = [command.name for command in sessions.group.registered_commands]
    assert len(names) == len(set(names))


def test_what_comes_with_the_app_is_found_where_a_wheel_puts_it(tmp_path: Path) -> None:
    package = tmp_path / "wellled_desktop"
    shutil.copytree(HERE, package, ignore=shutil.ignore_patterns("ui", "__pycache__"))
    shutil.copytree(HERE.parent / "framework_data", package / "framework_data")
    ran = subprocess.run(
        [sys.executable, "-m", "wellled_desktop", "framework", "list", "--json"],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(tmp_path), "HOME": str(tmp_path)},
        cwd=tmp_path,
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "cqc-trust-well-led" in ran.stdout
    (package / "framework_data" / "cqc-trust-well-led" / "w1.yaml").unlink()
    ran = subprocess.run(
        [sys.executable, "-m", "wellled_desktop", "framework", "list"],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(tmp_path), "HOME": str(tmp_path)},
        cwd=tmp_path,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr.startswith("w1.yaml")
