"""Contents and names made to do harm, or broken, for whatever takes in files: the same ones for the same seed.

Nothing here is a real attack on a real program: they are the shapes that such attacks have.
"""

import random
import struct
import zlib
from collections.abc import Callable, Collection, Iterator
from functools import cache
from typing import NamedTuple

from tests.hostile_shapes import broken, cell, chunk, docx, paragraph, pdf, pdf_of, picture, png, xlsx, zipped

Make = Callable[[random.Random], bytes]


class Hostile(NamedTuple):
    kind: str
    name: str
    content: bytes


NAMES = (
    "../../../outside", "..", ".", "CON", "NUL.txt", "com1.pdf", "aux.docx", "a" * 300 + ".pdf", "x" * 251 + ".txt",
    "invoice\u202efdp.exe", "trailing dots...", "trailing spaces   ", " leading", "new\nline.pdf", "tab\there.csv",
    "bell\x07.txt", "nul\x00byte.pdf", "C:\\Windows\\System32\\x.dll", "\\\\server\\share\\x.docx", "/etc/passwd",
    "~/.bashrc", "$(touch outside).pdf", "`touch outside`.txt", "; rm -rf x.pdf", "--help", "-rf", "%2e%2e%2foutside.pdf",
    "minutes.pdf.exe", "minutes.pdf                                                   .scr", "photo.jpg:stream", "a|b?.png",
    "\u200b\u200b.pdf", "\ufeffbom.txt", "e\u0301\u0301\u0301\u0301.docx", "\U0001f4a9.xlsx", "\ud800half.txt", "desktop.ini",
    "*.pdf", "<script>.png", "{%1}%s%n.txt", "", ".hidden", "minutes.PDF", "no ending", "\u3164.jpg", "lpt9.tar.gz",
)  # fmt: skip


def hostile(count: int, seed: int, among: Collection[str] | None = None) -> Iterator[Hostile]:
    """Each kind in turn, with a name for it; from the second round on each is another one, where chance has a part in it.

    Only `among` these kinds where they are given.
    """
    made = tuple((kind, make) for kind, make in KINDS.items() if among is None or kind in among)
    for number in range(count):
        chance = random.Random(f"{seed}-{number}")  # noqa: S311  # to be the same each time, not a secret
        kind, make = made[number % len(made)]
        name = NAMES[(number * 7 + number // len(made)) % len(NAMES)]
        yield Hostile(kind, name if chance.random() < 0.5 else f"{name}.{kind.split()[0]}", make(chance))


def _entities(root: str) -> str:
    steps = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE {root} [<!ENTITY e0 "laughter">{steps}]>'


def _external(root: str) -> str:
    return f'<!DOCTYPE {root} [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:9/x">]>'


@cache
def _nested() -> bytes:
    inner = zipped({"0": bytes(30_000_000)})
    for _ in range(4):
        inner = zipped({f"{n}.zip": inner for n in range(10)})
    return inner


def _lying(content: bytes) -> bytes:
    """Its parts say that they hold ten bytes."""
    made = bytearray(content)
    at = -1
    while (at := made.find(b"PK\x01\x02", at + 1)) >= 0:
        made[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(made)


@cache
def _overlapping() -> bytes:
    """All that its list names is the one part that is there."""
    one = zipped({"word/document.xml": bytes(9_000_000)})
    at = one.index(b"PK\x01\x02")
    end = one.index(b"PK\x05\x06")
    entry = one[at:end]
    many = b"".join(entry.replace(b"document.xml", f"doc{n:05}.xml".encode()) for n in range(3_000))
    return one[:at] + many + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 3_000, 3_000, len(many), at, 0)


def _gif_without_end(chance: random.Random) -> bytes:
    return b"GIF89a" + struct.pack("<HHBBB", 60_000, 60_000, 0x80, 0, 0) + bytes(6) + b"\x2c" + chance.randbytes(400)


def _tiff_in_a_circle() -> bytes:
    entries = (
        (256, 4, 1, 64),
        (257, 4, 1, 64),
        (258, 3, 1, 8),
        (259, 3, 1, 1),
        (262, 3, 1, 1),
        (273, 4, 1, 8),
        (279, 4, 1, 4096),
    )
    body = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *one) for one in entries)
    return b"II*\0" + struct.pack("<I", 8) + body + struct.pack("<I", 8) + bytes(4096)


def _deep(depth: int) -> str:
    return "<w:sdt><w:sdtContent>" * depth + paragraph("deep") + "</w:sdtContent></w:sdt>" * depth


def _pdf_in_a_circle() -> bytes:
    return pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>",
            3: b"<</Type/Pages/Kids[2 0 R]>>",
        }
    )


def _pdf_drawing(times: int) -> bytes:
    """A form that draws the next one ten times, and so on: some pictures of a page would take days."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</X 10 0 R>>>>>>",
        4: b"<</Length 5>>stream\n/X Do\nendstream",
    }
    for depth in range(times):
        drawn = b"/X Do " * 10 if depth < times - 1 else b"0 0 600 700 re f " * 10
        below = b"/Resources<</XObject<</X %d 0 R>>>>" % (11 + depth)
        objects[10 + depth] = b"<</Type/XObject/Subtype/Form/BBox[0 0 612 792]%s/Length %d>>stream\n%s\nendstream" % (
            below,
            len(drawn),
            drawn,
        )
    return pdf(objects)


@cache
def _pdf_bomb() -> bytes:
    packed = zlib.compress(zlib.compress(b" " * 100_000_000, 9), 9)
    return pdf({
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
        4: b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(packed), packed),
    })  # fmt: skip


_SCRIPT = b"/OpenAction<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\); while \\(true\\) {})>>"
_LOCKED = (
    b"/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<"
    + b"41" * 32
    + b">/U<"
    + b"42" * 32
    + b">>>"
)
_SOUND_DOCX = docx("".join(paragraph(f"Invented minute {n}.") for n in range(40)))
_SOUND_XLSX = xlsx("".join(cell(f"A{n}", f"Invented ward {n}") for n in range(1, 40)))
_SOUND_PDF = pdf_of("Invented minutes of an invented board")


@cache
def _bomb_of_words() -> bytes:
    """Not more than some documents, and a thousand times what it is packed in."""
    return docx(paragraph("a" * 100_000_000))


@cache
def _bomb_of_cells() -> bytes:
    return xlsx(cell("A1", "b" * 540_000_000))


def _pdf_and_picture() -> bytes:
    start, end = picture("JPEG")[:2], picture("JPEG")[2:]
    return start + b"\xff\xfe" + struct.pack(">H", len(_SOUND_PDF) + 2) + _SOUND_PDF + end


def _png_with_words() -> bytes:
    sound = png(8, 8, bytes(16))
    return sound[:33] + chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(90_000_000), 9)) + sound[33:]


def _of_old(stream: str, chance: random.Random) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + f"{stream}\0".encode("utf-16-le") + chance.randbytes(4_000)


def _ods() -> bytes:
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x>" * 500})


def _row(number: int) -> str:
    return f'<row r="{number}"><c r="A{number}"><v>{number}</v></c></row>'


KINDS: dict[str, Make] = {
    "pdf broken": lambda chance: broken(_SOUND_PDF, chance),
    "docx broken": lambda chance: broken(_SOUND_DOCX, chance),
    "xlsx broken": lambda chance: broken(_SOUND_XLSX, chance),
    "jpg broken": lambda chance: broken(picture("JPEG"), chance),
    "png broken": lambda chance: broken(picture("PNG"), chance),
    "gif broken": lambda chance: broken(picture("GIF"), chance),
    "webp broken": lambda chance: broken(picture("WEBP"), chance),
    "tif broken": lambda chance: broken(picture("TIFF"), chance),
    "pdf cut off": lambda chance: _SOUND_PDF[: chance.randrange(9, 300)],
    "pdf whose pages are in a circle": lambda _: _pdf_in_a_circle(),
    "pdf with a password": lambda _: pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 0>>"}, trailer=_LOCKED),
    "pdf with a script": lambda _: pdf_of("scripted", catalogue=_SCRIPT),
    "pdf of 100,000 pages that are not there": lambda _: pdf_of("one", count=100_000),
    "pdf as wide as a country": lambda _: pdf_of("wide", page=b"/UserUnit 1e9/MediaBox[0 0 1e12 1]"),
    "pdf of no size": lambda _: pdf_of("none", page=b"/MediaBox[0 0 0 0]"),
    "pdf that draws for days": lambda _: _pdf_drawing(9),
    "pdf that unpacks for long": lambda _: _pdf_bomb(),
    "pdf with unknown filters": lambda _: pdf_of("x", filters=b"/Filter[/JBIG2Decode/JPXDecode/Crypt]"),
    "pdf that is a picture as well": lambda _: _pdf_and_picture(),
    "docx bomb, flat": lambda _: _bomb_of_words(),
    "docx bomb, nested": lambda _: docx(paragraph("nested"), more={"word/inner.zip": _nested()}),
    "docx whose parts overlap": lambda _: _overlapping(),
    "docx whose parts lie": lambda _: _lying(docx(paragraph("a" * 300_000))),
    "docx with entities in entities": lambda _: docx(paragraph("&e9;"), before=_entities("w:document")),
    "docx with entities from elsewhere": lambda _: docx(paragraph("&x;&y;"), before=_external("w:document")),
    "docx a thousand deep": lambda chance: docx(_deep(chance.choice((200, 1_000, 20_000)))),
    "docx without its document": lambda _: zipped({"word/nothing.xml": b"<x/>"}),
    "docx that leads outside": lambda _: docx(paragraph("x"), more={"word/../../../../outside": b"x", "/outside": b"x"}),
    "docm with a macro": lambda _: docx(paragraph("Invented minutes with a macro."), macros=True),
    "xlsm with a macro": lambda _: xlsx(cell("A1", "Invented beds with a macro"), macros=True),
    "xlsx bomb, flat": lambda _: _bomb_of_cells(),
    "xlsx bomb, nested": lambda _: xlsx(cell("A1", "nested"), more={"xl/inner.zip": _nested()}),
    "xlsx whose parts lie": lambda _: _lying(xlsx(cell("A1", "a" * 300_000))),
    "xlsx laid out over all there is": lambda _: xlsx(cell("A1", "first") + cell("XFD1048576", "last")),
    "xlsx with entities in entities": lambda _: xlsx(cell("A1", "&e9;"), before=_entities("worksheet")),
    "xlsx of a million cells": lambda _: xlsx("".join(map(_row, range(1, 300_000)))),
    "png of 30,000 × 30,000": lambda _: png(30_000, 30_000, bytes(3_751 * 30_000)),
    "png that says 4,000,000,000": lambda _: png(2_000_000_000, 2, b""),
    "png with far too much in it": lambda _: png(64, 64, bytes(60_000_000)),
    "png whose words unpack for long": lambda _: _png_with_words(),
    "jpg that says 65,000 × 65,000": lambda _: picture("JPEG").replace(b"\x00\x50\x00\x78", b"\xfd\xe8\xfd\xe8", 1),
    "gif without an end": _gif_without_end,
    "tif in a circle": lambda _: _tiff_in_a_circle(),
    "webp that says it is long": lambda _: b"RIFF\xff\xff\xff\xffWEBPVP8X\xff\xff\xff\x7f" + bytes(40),
    "heic of nothing": lambda chance: b"\0\0\0\x18ftypheic" + chance.randbytes(400),
    "csv of one huge cell": lambda _: b"ward,beds\n" + b'"' + b"7" * 8_000_000,
    "csv of nothing but quotes": lambda _: b'a,b\n"' + b'"",' * 400_000,
    "txt with nothing bytes": lambda chance: b"\x93Board\x94 \x00\x00 minutes \x80 \x9d\xff" + chance.randbytes(2_000),
    "txt that says it is UTF-16": lambda chance: b"\xff\xfe" + chance.randbytes(999),
    "txt that turns around": lambda _: "\u202e\u2066txet desrever\ud7ff\ufffe\U0010ffff".encode() * 50,
    "pdf that is none": lambda _: b"PK\x03\x04 this says it is a PDF",
    "jpg that is none": lambda _: b"%PDF-1.7\n" + picture("PNG"),
    "exe": lambda chance: b"MZ\x90\x00" + chance.randbytes(3_000),
    "zip that is empty": lambda _: b"PK\x05\x06" + bytes(18),
    "doc of old": lambda chance: _of_old("WordDocument", chance),
    "xls of old": lambda chance: _of_old("Workbook", chance),
    "ods broken": lambda chance: broken(_ods(), chance),
    "eml": lambda _: b"From: invented@example.invalid\r\nSubject: minutes\r\n\r\n" + b"=00" * 3_000,
    "empty": lambda _: b"",
}  # fmt: skip
