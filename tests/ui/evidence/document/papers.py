"""Documents for these tests: invented, made on the spot."""

import io

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

LINE = 16


def pdf_pages(*pages: str, password: str = "") -> bytes:
    """A PDF with these words on its pages, line for line."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4, pageCompression=1, encrypt=password or None)
    for page in pages:
        canvas.setFont("Helvetica", 11)
        for number, line in enumerate(page.splitlines()):
            canvas.drawString(72, 770 - number * LINE, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def photograph(width: int = 640, height: int = 400, *, place: bool = True) -> bytes:
    """A JPEG that says, in its EXIF, where it was taken."""
    image = Image.radial_gradient("L").resize((width, height)).convert("RGB")
    exif = Image.Exif()
    if place:
        gps = exif.get_ifd(0x8825)
        gps.update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)})
    made = io.BytesIO()
    image.save(made, "JPEG", exif=exif)
    return made.getvalue()


BOARD_PAPER = (
    "Example Vale NHS Trust, an invented trust",
    """The board heard that the vacancy rate among nurses had
fallen for the third quarter in a row. The chief nurse
said so.
It asked for the figures by ward, which the paper does
not hold, and for those of the community teams.
1. The committee meets monthly.
2. Its minutes come to the board a month late.""",
    "The end of an invented paper.",
)


def pages_with_header(*pages: str) -> tuple[str, ...]:
    """The same pages with a header above, and the number of the page beneath, at the same place on each."""
    last = max(len(page.splitlines()) for page in pages) + 40
    filled = ("\n".join((*page.splitlines(), *[""] * (last - len(page.splitlines())))) for page in pages)
    return tuple(f"An invented trust\n\n{page}\nPage {number} of {len(pages)}" for number, page in enumerate(filled, 1))
