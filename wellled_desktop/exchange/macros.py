"""Which documents may hold macros: small programs that another program may run when it opens them."""

from wellled_desktop.vault.safe_name import safe_name

_MADE_TO_HOLD_THEM = "docm dotm xlsm xltm xlam xlsb pptm potm ppam ppsm sldm"
_MAY_HOLD_THEM = "doc dot xls xlt xla ppt pot pps rtf mdb accdb odb odt ods odp odg"
_ENDINGS = frozenset((*_MADE_TO_HOLD_THEM.split(), *_MAY_HOLD_THEM.split()))
_MADE_FOR_THEM = "macroenabled"
_OLD_OFFICE = frozenset(("application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint"))


def may_hold_macros(name: str, media_type: str) -> bool:
    """By what was found in it when it was attached, and by its name, by which another program is chosen."""
    kind = media_type.partition(";")[0].strip().casefold()
    ending = safe_name(name).rpartition(".")[2].casefold()
    return _MADE_FOR_THEM in kind or kind in _OLD_OFFICE or ending in _ENDINGS
