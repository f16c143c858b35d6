"""What kind a file is: told from what is in it, whatever it is called."""

import io
import zipfile
from pathlib import Path

import pytest

from wellled_desktop.exchange.media_types import UNKNOWN, media_type_of
from wellled_desktop.vault.errors import SourceUnreadable

OFFICE = "application/vnd.openxmlformats-officedocument."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(*names: str, filler: int = 0) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("[Content_Types].xml", b"<Types/>")
        made.writestr("media/picture.bin", bytes(filler))
        for name in names:
            made.writestr(name, b"<x/>")
    return file.getvalue()


def ole(name: str, sector: int = 200, shift: int = 9) -> bytes:
    """The head of an OLE file, and its directory far behind what is looked at of its beginning."""
    head = bytearray(OLE + bytes(504))
    head[30:32] = shift.to_bytes(2, "little")
    head[48:52] = sector.to_bytes(4, "little")
    directory = "Root Entry".encode("utf-16-le").ljust(128, b"\0") + name.encode("utf-16-le").ljust(128, b"\0")
    return bytes(head).ljust(1 << shift, b"\0") + bytes(sector << shift) + directory + bytes(100_000)


CASES = (
    ("a.txt", b"%PDF-1.7\n", "application/pdf"),
    ("a.pdf", b"\xef\xbb\xbf junk before\n%PDF-1.4\n", "application/pdf"),
    ("a.txt", b"\x89PNG\r\n\x1a\n....", "image/png"),
    ("a", b"\xff\xd8\xff\xe1....", "image/jpeg"),
    ("a", b"GIF87a..", "image/gif"),
    ("a", b"GIF89a..", "image/gif"),
    ("a", b"II*\0\x08\0\0\0", "image/tiff"),
    ("a", b"MM\0*\0\0\0\x08", "image/tiff"),
    ("a", b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
    ("a.webp", b"RIFF\x10\0\0\0WAVEfmt ", UNKNOWN),
    ("IMG_1.jpg", b"\0\0\0\x18ftypheic\0\0\0\0", "image/heic"),
    ("a.heic", b"\0\0\0\x18ftypisom\0\0\0\0", UNKNOWN),
    ("a.pdf", zipped("word/document.xml"), f"{OFFICE}wordprocessingml.document"),
    ("a", zipped("xl/workbook.xml"), f"{OFFICE}spreadsheetml.sheet"),
    ("a", zipped("ppt/presentation.xml"), f"{OFFICE}presentationml.presentation"),
    ("a", zipped("word/document.xml", filler=200_000), f"{OFFICE}wordprocessingml.document"),
    ("a.docx", zipped("word/document.xml", "word/vbaProject.bin"), "application/vnd.ms-word.document.macroEnabled.12"),
    ("a.docx", zipped("sword/edge.txt"), "application/zip"),
    ("a.zip", zipped(), "application/zip"),
    ("a.zip", b"PK\x05\x06" + bytes(18), "application/zip"),
    ("a.xls", ole("WordDocument"), "application/msword"),
    ("a", ole("Workbook"), "application/vnd.ms-excel"),
    ("a", ole("Workbook", sector=40, shift=12), "application/vnd.ms-excel"),
    ("a", ole("PowerPoint Document"), "application/vnd.ms-powerpoint"),
    ("a", ole("__properties_version1.0"), "application/vnd.ms-outlook"),
    ("a.doc", ole("Something else"), "application/x-ole-storage"),
    ("a.doc", ole("WordDocument", shift=7, sector=2000), "application/x-ole-storage"),
    ("a.pdf", "Tyne and Wear, naïve".encode(), "text/plain"),
    ("a", "cut in a character: é".encode()[:-1], "text/plain"),
    ("a.csv", b"ward,beds\n7,24\n", "text/csv"),
    ("a.csv", b"one column only\n", "text/plain"),
    ("a.csv", "Station,Übernahme\n".encode("cp1252"), "text/csv"),
    ("a.bin", "Übernahme".encode("cp1252"), UNKNOWN),
    ("a.csv", "ward\tbeds\n".encode("utf-16"), "text/csv"),
    ("a.txt", "ward\n".encode("utf-16"), "text/plain"),
    ("a.txt", b"MZ\x90\x00\x03", UNKNOWN),
    ("a.txt", b"", UNKNOWN),
    ("a.txt", b"From: a@example.org\r\nSubject: rota\r\n\r\nHello", "message/rfc822"),
    ("a.eml", b"Received: by mx\n\tfolded\nDate: today\nTo: b\n\nHello", "message/rfc822"),
    ("a.txt", b"Subject: the rota\n\nFrom: the ward", "text/plain"),
)


@pytest.mark.parametrize(("name", "content", "kind"), CASES)
def test_the_kind_is_told_by_the_content(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert media_type_of(tmp_path / name) == kind


def test_a_zip_bomb_is_not_unpacked_and_called_a_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("0", bytes(50_000_000))
    assert media_type_of(tmp_path / "bomb.docx") == "application/zip"


def test_what_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable):
        media_type_of(tmp_path / "gone.pdf")
