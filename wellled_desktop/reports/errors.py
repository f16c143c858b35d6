"""What can go wrong when a report is made, each with one sentence for the person: what happened, what is safe, what to do."""

import errno
from pathlib import Path


class ReportError(Exception):
    """The report could not be made; the text is for the person who asked. The record is never touched by a report."""


class ReportCancelled(Exception):
    """The person stopped it; nothing of the report is on the disk."""


_WHY = {
    errno.ENOSPC: "The disk is full",
    errno.EDQUOT: "Your disk space is used up",
    errno.EROFS: "The folder {folder} can only be read",
    errno.EACCES: "You may not write in the folder {folder}",
    errno.EPERM: "You may not write in the folder {folder}",
    errno.ENOENT: "There is no folder {folder}",
    errno.ENOTDIR: "There is no folder {folder}",
    errno.EISDIR: "{name} is a folder",
    errno.ENAMETOOLONG: "The name {name} is too long for this disk",
}


def not_written(error: OSError, out: Path) -> ReportError:
    """The sentence for a file that could not be written; what was at `out` before is there still."""
    why = _WHY.get(error.errno or 0, "The disk reported an error").format(folder=out.parent, name=out.name)
    return ReportError(f"{why}, so the report was not written. The record is safe; choose another place and try again.")
