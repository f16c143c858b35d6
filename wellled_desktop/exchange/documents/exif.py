"""EXIF made anew with the few fields that tell nothing of a place: which way up, when, and with which camera."""

from PIL import Image

# Make, Model, Orientation, DateTime; in the sub-directory: when it was taken and put into figures, and their offsets from UTC.
_KEPT = (0x010F, 0x0110, 0x0112, 0x0132)
_SUB_DIRECTORY = 0x8769
_KEPT_BELOW = (0x9003, 0x9004, 0x9010, 0x9011, 0x9012)
_LONGEST = 64


def kept_exif(body: bytes) -> bytes:
    """A TIFF structure with what stays, or nothing where nothing stays or it cannot be read."""
    try:
        before = Image.Exif()
        before.load(body)
        made = Image.Exif()
        for tag in _KEPT:
            if _is_plain(value := before.get(tag)):
                made[tag] = value
        below = before.get_ifd(_SUB_DIRECTORY)
        kept_below = {tag: below[tag] for tag in _KEPT_BELOW if _is_plain(below.get(tag))}
        if kept_below:
            made[_SUB_DIRECTORY] = kept_below
        return made.tobytes().removeprefix(b"Exif\0\0") if len(made) else b""
    except Exception:  # noqa: BLE001  # whatever a broken one makes Pillow raise: then none of it stays
        return b""


def _is_plain(value: object) -> bool:
    return isinstance(value, int) or (isinstance(value, str) and 0 < len(value) <= _LONGEST)
