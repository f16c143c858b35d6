"""The report's typeface: read from the bundled files, known to ReportLab, and measurable without it."""

import io
from collections.abc import Sequence
from importlib.resources.abc import Traversable

import msgspec
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from wellled_desktop.reports.errors import ReportError


class Face(msgspec.Struct, frozen=True, eq=False):
    """One cut of the typeface: the name ReportLab knows it by, and each character's width in thousandths of its size."""

    name: str
    widths: dict[str, float]

    def width(self, text: str, size: float) -> float:
        """In points. Every character must be one of `widths`."""
        return sum(map(self.widths.__getitem__, text)) * size / 1000


class Fonts(msgspec.Struct, frozen=True, eq=False):
    regular: Face
    semibold: Face
    bold: Face
    italic: Face
    covers: frozenset[str]


def fonts_in(folder: Traversable) -> Fonts:
    """The four cuts of Source Sans 3 that reports use. Raises ReportError when a file is missing."""
    regular, semibold, bold, italic = (
        _face(folder, f"SourceSans3-{cut}") for cut in ("Regular", "Semibold", "Bold", "It")
    )
    covers = regular.widths.keys() & semibold.widths.keys() & bold.widths.keys() & italic.widths.keys()
    return Fonts(regular, semibold, bold, italic, frozenset(covers))


def _face(folder: Traversable, name: str) -> Face:
    """Registered once in a process: a font replaced while a report is being drawn would be embedded twice."""
    if name not in pdfmetrics.getRegisteredFontNames():
        try:
            content = folder.joinpath(f"{name}.ttf").read_bytes()
        except OSError as error:
            raise ReportError(
                f"The typeface file {name}.ttf is missing from the program, so no report can be made. "
                "The record is safe; install the program again."
            ) from error
        pdfmetrics.registerFont(_ReadableFont(name, io.BytesIO(content)))
    face = pdfmetrics.getFont(name).face
    widths = {chr(code): face.charWidths.get(code, face.defaultWidth) for code in face.charToGlyph}
    return Face(name, widths)


class _ReadableFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font whose text can be copied and read aloud correctly.

    WORKAROUND: ReportLab 5.1 maps unused codes to U+0000, writes more than 100 entries a block, and writes characters above
    U+FFFF wrongly, which PDF/UA checkers reject. The map it made is replaced.
    """

    def addObjects(self, doc: object) -> None:  # noqa: N802  # ReportLab's name
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = f"{SUBSETN(number).decode()}+{self.face.name.decode()}"
            doc.idToObject[f"toUnicodeCMap:{name}"].content = to_unicode(name, subset)  # type: ignore[attr-defined]


def to_unicode(name: str, subset: Sequence[int]) -> str:
    """The PDF's map from the codes of one embedded font to Unicode, without the codes it does not use."""
    used = [(code, character) for code, character in enumerate(subset) if character]
    blocks = [used[start : start + 100] for start in range(0, len(used), 100)]
    entries = [
        line
        for block in blocks
        for line in (
            f"{len(block)} beginbfchar",
            *(f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>" for code, character in block),
            "endbfchar",
        )
    ]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *entries,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )
