"""Names of files from elsewhere, which may be made to deceive: as they are shown and recorded, and as they may be written."""

from wellled_desktop.vault.safe_name import UNNAMED, safe_name

__all__ = ["LONGEST_SHOWN", "runs_when_opened", "safe_name", "shown_name"]

LONGEST_SHOWN = 120
_END_SHOWN = 30
_SHOWN_INSTEAD = "\ufffd"
# Printable by their class, yet blank on the page.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
# What a double click runs, and does not show, on one of the three systems; links, settings and whole disks among them.
_ENDINGS_RUN = (
    "action apk app appimage appref-ms bash bat bin chm cmd com command cpl csh deb desktop diagcab dmg dll exe gadget hta "
    "inf ins iso img isp jar jnlp js jse ksh library-ms lnk mobileconfig msc msi msix msp mst pif pkg pl ps1 psm1 py pyw reg "
    "rpm run scf scpt scr sct search-ms service settingcontent-ms sh shb sys terminal url vb vbe vbs vhd vhdx webloc wsc wsf "
    "wsh xbap xll workflow zsh"
)
_RUN = frozenset(_ENDINGS_RUN.split())


def shown_name(name: str) -> str:
    """The name on one line of at most 120 characters: nothing in it is invisible, and nothing turns what follows around.

    A long one is cut in its middle, so that its ending is seen; so is one that hides its ending behind many spaces.
    """
    seen = "".join(map(_shown, name))
    line = " ".join(seen.split()) or UNNAMED
    if len(line) <= LONGEST_SHOWN:
        return line
    return f"{line[: LONGEST_SHOWN - _END_SHOWN - 1]}…{line[-_END_SHOWN:]}"


def _shown(character: str) -> str:
    if character.isspace() or character in _BLANK:
        return " "
    return character if character.isprintable() else _SHOWN_INSTEAD


def runs_when_opened(name: str) -> bool:
    """Whether opening a file so called might run it: it is kept as evidence, and never handed to the system to be opened."""
    return safe_name(name).rpartition(".")[2].casefold() in _RUN
