"""Passphrases: one form for the same words however typed, and the least length. Judging their strength is in `strength`."""

import unicodedata

from wellled_desktop.vault.errors import PassphraseTooShort

LEAST_CHARACTERS = 10


def normal_form(passphrase: str) -> bytes:
    """NFKC in UTF-8, so that an é typed in one stroke or in two is the same; any length, any characters."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def check_new(passphrase: str) -> None:
    """Raises PassphraseTooShort; asked only when a passphrase is made, never when one is used."""
    if len(unicodedata.normalize("NFKC", passphrase)) < LEAST_CHARACTERS:
        raise PassphraseTooShort
