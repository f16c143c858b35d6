"""Making the library's folders when another program makes them at the same moment."""

from pathlib import Path

import pytest

from wellled_desktop.vault.disk import Disk


class LateFolder(type(Path())):  # type: ignore[misc]  # the class of a path differs by system
    """A folder that another program makes between the look and the making."""

    def mkdir(self, mode: int = 0o777, parents: bool = False, exist_ok: bool = False) -> None:
        Path(self).mkdir(mode, parents=parents)
        super().mkdir(mode, parents, exist_ok)


def test_a_folder_that_another_program_makes_meanwhile_is_taken(tmp_path: Path) -> None:
    Disk().make_folder(LateFolder(tmp_path / "inspections"))
    assert (tmp_path / "inspections").is_dir()


def test_a_file_in_a_folders_place_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "inspections").write_bytes(b"")
    with pytest.raises(FileExistsError):
        Disk().make_folder(tmp_path / "inspections")
