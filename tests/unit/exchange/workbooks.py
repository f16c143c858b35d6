"""Small XLSX files written by hand, well formed or hostile."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def sheet(rows: Sequence[Sequence[str | int | None]], merged: Sequence[str] = ()) -> str:
    """The XML of a sheet; None is an empty cell, and a text that begins with = a formula whose last result was 42."""
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = "".join(_cell(f"{chr(65 + at)}{number}", value) for at, value in enumerate(row) if value is not None)
        lines.append(f'<row r="{number}">{cells}</row>')
    return sheet_of("".join(lines), merged)


def sheet_of(data: str, merged: Sequence[str] = ()) -> str:
    ranges = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
    merging = f"<mergeCells>{ranges}</mergeCells>" if ranges else ""
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{data}</sheetData>{merging}</worksheet>'


def _cell(at: str, value: str | int) -> str:
    if isinstance(value, int):
        return f'<c r="{at}"><v>{value}</v></c>'
    if value.startswith("="):
        return f'<c r="{at}"><f>{escape(value[1:])}</f><v>42</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def parts(sheets: Mapping[str, str], hidden: Sequence[str] = ()) -> dict[str, str]:
    """The parts of a workbook by their names, ready to be packed."""
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{at}"{_state(name, hidden)} r:id="rId{at}"/>'
        for at, name in enumerate(sheets, start=1)
    )
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{_KIND}.worksheet+xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    relations = f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        f'ContentType="{_KIND}.sheet.main+xml"/>{kinds}</Types>',
        "_rels/.rels": f'{relations}<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"{relations}{links}</Relationships>",
        **{f"xl/worksheets/sheet{at}.xml": content for at, content in enumerate(sheets.values(), start=1)},
    }


def _state(name: str, hidden: Sequence[str]) -> str:
    return ' state="hidden"' if name in hidden else ""


def packed(content: Mapping[str, str | bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in content.items():
            file.writestr(name, part)
    return kept.getvalue()


def workbook(path: Path, rows: Sequence[Sequence[str | int | None]], merged: Sequence[str] = ()) -> Path:
    """A file of one sheet called Register."""
    path.write_bytes(packed(parts({"Register": sheet(rows, merged)})))
    return path
