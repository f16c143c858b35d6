"""The shapes that documents have, written byte by byte, so that a test can make one that no program would write."""

import io
import random
import struct
import zipfile
import zlib
from functools import cache

from PIL import Image

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"


def zipped(parts: dict[str, bytes], *, level: int = 9) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name, (2026, 11, 24, 9, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _package(main: str, kind: str, more: dict[str, bytes]) -> dict[str, bytes]:
    types = f'<Types xmlns="{_P}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
    types += (
        f'.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" '
    )
    types += f'ContentType="{kind}"/></Types>'
    rels = (
        f'<Relationships xmlns="{_P}/relationships"><Relationship Id="r1" Type="{_R}/officeDocument" Target="{main}"/>'
    )
    return {"[Content_Types].xml": types.encode(), "_rels/.rels": f"{rels}</Relationships>".encode(), **more}


def docx(body: str, *, before: str = "", more: dict[str, bytes] | None = None, macros: bool = False) -> bytes:
    """A Word document whose body is this XML; `before` comes before its root, `more` are further parts."""
    kind = f"{_TYPE}.wordprocessingml.document.main+xml"
    if macros:
        kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
        more = {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Attribute VB_Name AutoOpen Shell"}
    document = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return zipped(_package("word/document.xml", kind, {"word/document.xml": document.encode(), **(more or {})}))


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def xlsx(rows: str, *, before: str = "", more: dict[str, bytes] | None = None, macros: bool = False) -> bytes:
    """A workbook of one sheet whose rows are this XML."""
    kind = f"{_TYPE}.spreadsheetml.sheet.main+xml"
    if macros:
        kind = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
        more = {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Attribute VB_Name Workbook_Open Shell"}
    book = (
        f'<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets><sheet name="Beds" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    rels = f'<Relationships xmlns="{_P}/relationships"><Relationship Id="r1" Type="{_R}/worksheet" '
    parts = {
        "xl/workbook.xml": book.encode(),
        "xl/_rels/workbook.xml.rels": f'{rels}Target="worksheets/sheet1.xml"/></Relationships>'.encode(),
        "xl/worksheets/sheet1.xml": f'{before}<worksheet xmlns="{_S}"><sheetData>{rows}</sheetData></worksheet>'.encode(),
        **(more or {}),
    }
    return zipped(_package("xl/workbook.xml", kind, parts))


def cell(place: str, words: str) -> str:
    return f'<row><c r="{place}" t="inlineStr"><is><t>{words}</t></is></c></row>'


def pdf(objects: dict[int, bytes], *, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects; the first is its catalogue."""
    made = io.BytesIO()
    made.write(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = made.tell()
        made.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = made.tell()
    last = max(objects) + 1
    made.write(b"xref\n0 %d\n0000000000 65535 f \n" % last)
    for number in range(1, last):
        made.write(b"%010d 00000 n \n" % places.get(number, 0))
    made.write(b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (last, trailer, table))
    return made.getvalue()


def pdf_of(words: str, *, catalogue: bytes = b"", page: bytes = b"", count: int = 1, filters: bytes = b"") -> bytes:
    """One page with these words; the rest is put into its dictionaries."""
    drawn = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()
    return pdf({
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
        2: b"<</Type/Pages/Kids[3 0 R]/Count %d>>" % count,
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>%s>>" % page,
        4: b"<</Length %d%s>>stream\n%s\nendstream" % (len(drawn), filters, drawn),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    })  # fmt: skip


def png(width: int, height: int, data: bytes, *, bits: int = 1) -> bytes:
    """A picture in grey that says it is so large, whatever data it has."""
    head = struct.pack(">IIBBBBB", width, height, bits, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b"")


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


@cache
def picture(form: str) -> bytes:
    """A sound small picture with a position in it, where its format holds one."""
    image = Image.linear_gradient("L").resize((120, 80)).convert("P" if form == "GIF" else "RGB")
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x8825] = (
        6,
        "Invented",
        {1: "N", 2: (53.0, 24.0, 30.0), 3: "W", 4: (1.0, 30.0, 0.0)},
    )
    made = io.BytesIO()
    image.save(made, form, **({} if form in ("GIF", "TIFF") else {"exif": exif}))
    return made.getvalue()


def broken(content: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, a piece cut out or doubled, or the end cut off."""
    made = bytearray(content)
    for _ in range(chance.randrange(1, 12)):
        made[chance.randrange(len(made))] = chance.randrange(256)
    at, size = chance.randrange(len(made)), chance.randrange(1, 64)
    how = chance.randrange(4)
    if how == 0:
        del made[at:]
    elif how == 1:
        del made[at : at + size]
    elif how == 2:
        made[at:at] = made[at : at + size] * chance.randrange(1, 50)
    return bytes(made) or b"\0"
