"""Files that are zip archives inside, DOCX and XLSX among them: how large they become is known before they are unpacked."""

import io
import zipfile

from wellled_desktop.exchange.documents.limits import MOST_PARTS, MOST_UNPACKED
from wellled_desktop.exchange.documents.messages import Unread

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PIECE = 1 << 20
_RATIO = 1_000  # deflate reaches 1,032; a sheet of nothing but zeros some 300
_RATIO_MATTERS = 64 << 20


def check_packed(content: bytes) -> None:
    """What is no zip archive passes. Raises Unread, and what zipfile raises for a broken one."""
    if content.startswith(_OLE) and _ENCRYPTED in content[: 1 << 20]:
        raise Unread("password")
    if not content.startswith(_ZIP):
        return
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        total = sum(part.file_size for part in parts)
        if (
            len(parts) > MOST_PARTS
            or total > MOST_UNPACKED
            or (total > _RATIO_MATTERS and total > _RATIO * len(content))
        ):
            raise Unread("packed")
        if any(part.flag_bits & 1 for part in parts):
            raise Unread("password")
        # A part that holds more than it says is broken, and each library would find that out in its own way.
        for part in parts:
            with packed.open(part) as stream:
                while stream.read(_PIECE):
                    pass
