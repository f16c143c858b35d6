"""Folders that are no place for a library: those that a cloud service copies away, and those of another machine."""

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

# How the services name their folders, in lower case; a name that goes on (“OneDrive - NHS”) counts too.
_SERVICES = {
    "onedrive": "OneDrive",
    "sharepoint": "SharePoint",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "cloudstorage": "a cloud service",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "box": "Box",
    "pcloud": "pCloud",
    "megasync": "MEGA",
    "seafile": "Seafile",
    "syncthing": "Syncthing",
}
_WHOLE_NAME_ONLY = {"box", "my drive", "cloudstorage", "mobile documents"}
# Files by which a folder with another name is known.
_MARKERS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
}
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK_FILE_SYSTEMS = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "9p", "ceph", "glusterfs", "davfs"),
        *("fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.gvfsd-fuse", "fuse.glusterfs"),
    }
)


def unsafe_place(
    folder: Path, environment: Mapping[str, str] = os.environ, mounts: Path = Path("/proc/mounts")
) -> str | None:
    """A sentence when the folder is in a synced or a network place, as far as can be told; None otherwise.

    macOS gives no sign when it keeps Desktop and Documents in iCloud, and a mapped drive of Windows none by its name.
    """
    whole = folder.expanduser().absolute()
    service = _service(whole, environment)
    if service is not None:
        return (
            f"The library's folder is in {service}, which copies its files away and may put older ones back. "
            "What is recorded is encrypted; choose a folder that stays on this laptop."
        )
    if _on_network(whole, mounts):
        return (
            "The library's folder is on a network drive, where a lost connection can damage a record. "
            "What is recorded is encrypted; choose a folder on this laptop's own disk."
        )
    return None


def _service(folder: Path, environment: Mapping[str, str]) -> str | None:
    for variable in _VARIABLES:
        root = environment.get(variable)
        if root and folder.is_relative_to(root):
            return "OneDrive"
    named = next((found for part in folder.parts if (found := _named(part)) is not None), None)
    return named or _marked((folder, *folder.parents))


def _named(part: str) -> str | None:
    name = part.casefold()
    for known, service in _SERVICES.items():
        if name == known or (
            known not in _WHOLE_NAME_ONLY and name.startswith((f"{known} ", f"{known}-", f"{known}("))
        ):
            return service
    return "iCloud" if name.startswith("icloud") else None


def _marked(folders: Iterable[Path]) -> str | None:
    for folder in folders:
        for marker, service in _MARKERS.items():
            if (folder / marker).exists():
                return service
    return None


def _on_network(folder: Path, mounts: Path) -> bool:
    if sys.platform == "win32" and folder.drive.startswith("\\\\"):  # pragma: no cover
        return True
    return _file_system(folder, mounts) in _NETWORK_FILE_SYSTEMS


def _file_system(folder: PurePath, mounts: Path) -> str:
    """The kind of file system of the deepest mount above the folder, from Linux's own table; "" elsewhere."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    kind, depth = "", -1
    for line in lines:
        _device, point, file_system, *_rest = line.split(" ")
        mounted = PurePath(point.replace("\\040", " "))
        if folder.is_relative_to(mounted) and len(mounted.parts) >= depth:
            kind, depth = file_system, len(mounted.parts)
    return kind
