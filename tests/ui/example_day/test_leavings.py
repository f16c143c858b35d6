"""The folder of the example day: only what an earlier day made is ever removed."""

from pathlib import Path

import pytest

from wellled_desktop.ui.application import Sitting, make_application
from wellled_desktop.ui.example_day.leavings import LIST_NAME, InTheWay, Leavings
from wellled_desktop.ui.example_day.player import play
from wellled_desktop.ui.example_day.program import Parts

PARTS = Parts(make_application, Sitting)


def an_earlier_day(folder: Path) -> None:
    leavings = Leavings(folder)
    leavings.clear()
    leavings.path("01-first-run.png").write_bytes(b"picture")
    (leavings.path("library") / "inside").mkdir(parents=True)


def test_what_an_earlier_day_left_is_removed(tmp_path: Path) -> None:
    an_earlier_day(tmp_path)
    Leavings(tmp_path).clear()
    assert [path.name for path in tmp_path.iterdir()] == [LIST_NAME]


def test_what_somebody_else_put_there_stays(tmp_path: Path) -> None:
    an_earlier_day(tmp_path)
    (tmp_path / "holiday.png").write_bytes(b"mine")
    Leavings(tmp_path).clear()
    assert (tmp_path / "holiday.png").read_bytes() == b"mine"


def test_nothing_outside_the_folder_is_removed_whatever_the_list_says(tmp_path: Path) -> None:
    folder = tmp_path / "day"
    an_earlier_day(folder)
    (tmp_path / "beside.txt").write_text("mine")
    with (folder / LIST_NAME).open("a") as names:
        names.write(f"../beside.txt\n..\n{tmp_path / 'beside.txt'}\n")
    Leavings(folder).clear()
    assert (tmp_path / "beside.txt").exists()


def test_a_link_in_place_of_the_library_is_removed_and_not_followed(tmp_path: Path) -> None:
    folder, own = tmp_path / "day", tmp_path / "own"
    leavings = Leavings(folder)
    leavings.clear()
    own.mkdir()
    (own / "vault-a.wl").write_bytes(b"mine")
    leavings.path("library").symlink_to(own)
    Leavings(folder).clear()
    assert (own / "vault-a.wl").read_bytes() == b"mine"
    assert not (folder / "library").is_symlink()


def test_a_library_that_no_earlier_day_made_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    leavings = Leavings(tmp_path)
    leavings.clear()
    with pytest.raises(InTheWay, match="choose another folder"):
        leavings.path("library")


def test_the_day_is_refused_on_the_users_own_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "library"
    own.mkdir()
    assert play(own, tmp_path, tmp_path, tmp_path, PARTS) == 1
    assert "is your own library" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [own]


def test_a_library_in_the_way_ends_the_day_with_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "day" / "library").mkdir(parents=True)
    assert play(tmp_path / "own", tmp_path, tmp_path, tmp_path / "day", PARTS) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert (tmp_path / "day" / "library").is_dir()
