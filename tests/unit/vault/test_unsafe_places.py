"""Folders that are no place for a library."""

from pathlib import Path

import pytest

from wellled_desktop.vault.library import unsafe_place

NO_MOUNTS = Path("/nonexistent/mounts")


@pytest.mark.parametrize(
    ("parts", "service"),
    [
        (("OneDrive", "wellled"), "OneDrive"),
        (("OneDrive - NHS England", "Documents"), "OneDrive"),
        (("Dropbox (Personal)",), "Dropbox"),
        (("Google Drive", "My Drive"), "Google Drive"),
        (("iCloudDrive",), "iCloud"),
        (("Library", "Mobile Documents", "com~apple~CloudDocs"), "iCloud"),
        (("Library", "CloudStorage", "Something"), "a cloud service"),
        (("Nextcloud",), "Nextcloud"),
        (("Box",), "Box"),
    ],
)
def test_a_folder_of_a_cloud_service_is_named(tmp_path: Path, parts: tuple[str, ...], service: str) -> None:
    sentence = unsafe_place(tmp_path.joinpath(*parts), {}, NO_MOUNTS)
    assert sentence is not None
    assert f"is in {service}, which copies" in sentence


@pytest.mark.parametrize("name", ["wellled", "Boxes", "Box of notes", "onedriven", "My drives"])
def test_an_ordinary_folder_is_no_matter(tmp_path: Path, name: str) -> None:
    assert unsafe_place(tmp_path / name, {}, NO_MOUNTS) is None


def test_a_synced_folder_with_another_name_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "notes" / "deep").mkdir(parents=True)
    (tmp_path / "notes" / ".stfolder").mkdir()
    sentence = unsafe_place(tmp_path / "notes" / "deep" / "library", {}, NO_MOUNTS)
    assert sentence is not None
    assert "Syncthing" in sentence


def test_where_windows_keeps_onedrive_is_asked_of_the_environment(tmp_path: Path) -> None:
    environment = {"OneDriveCommercial": str(tmp_path / "work"), "OneDrive": ""}
    assert "OneDrive" in (unsafe_place(tmp_path / "work" / "library", environment, NO_MOUNTS) or "")
    assert unsafe_place(tmp_path / "home" / "library", environment, NO_MOUNTS) is None


def test_a_network_drive_is_told(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        f"/dev/sda1 / ext4 rw 0 0\n//server/share {tmp_path}/on\\040share cifs rw 0 0\n"
        f"/dev/sdb1 {tmp_path}/on\\040share/own ext4 rw 0 0\nserver:/x /mnt nfs4 rw 0 0\n"
    )
    assert "network drive" in (unsafe_place(tmp_path / "on share" / "library", {}, mounts) or "")
    assert "network drive" in (unsafe_place(Path("/mnt/library"), {}, mounts) or "")
    assert unsafe_place(tmp_path / "on share" / "own" / "library", {}, mounts) is None
    assert unsafe_place(tmp_path / "library", {}, mounts) is None


def test_this_tests_own_folder_is_no_matter(tmp_path: Path) -> None:
    assert unsafe_place(tmp_path) is None
