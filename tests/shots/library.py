"""The library that is photographed: a vault that opens in no time, with the example inspection in it."""

import io
import os
from contextlib import closing
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from wellled_desktop import bootstrap
from wellled_desktop.framework.loader import load_pack
from wellled_desktop.inspection.commands import AttachFile
from wellled_desktop.reports.example_documents import documents_in
from wellled_desktop.store import reading
from wellled_desktop.vault.example import create_example
from wellled_desktop.vault.key_derivation import KeyDerivation
from wellled_desktop.vault.library import Library
from wellled_desktop.vault.opened import OpenInspection

AUTHOR = "Ottoline Quill"
PASSPHRASE = "teapot gravel walrus lantern hedge"
_CHEAP = KeyDerivation(1, 8_192)


def make_library(folder: Path) -> None:
    vault, _ = Library(folder).create_vault(PASSPHRASE, AUTHOR, _CHEAP, os.urandom)
    pack = load_pack(bootstrap.shipped("framework_data") / "cqc-trust-well-led")
    resources = bootstrap.shipped("resources")
    with closing(create_example(vault, resources, pack, documents=documents_in(resources))) as opened:
        _attach_photograph(opened)
    vault.close()


def _attach_photograph(opened: OpenInspection) -> None:
    """To the first entry: the example itself comes with none. It is drawn, of nobody and nowhere."""
    entry = opened.store.read(reading.evidence_entries)[0]
    kept = opened.attachments.keep(io.BytesIO(_photograph()))
    opened.store.execute(
        AttachFile(
            "00000000-0000-7000-8000-00000000f070", entry.id, kept.sha256, kept.size, "whiteboard.jpg", "image/jpeg"
        )
    )


def _photograph() -> bytes:
    image = Image.new("RGB", (1600, 1000), "#dfe6ea")
    drawing = ImageDraw.Draw(image)
    drawing.rectangle((140, 110, 1460, 890), fill="#ffffff", outline="#4a5a66", width=12)
    for row, words in enumerate(("INVENTED EXAMPLE", "Nurses planned: 6", "Nurses here: 4", "Last looked at: Monday")):
        drawing.text((240, 200 + 150 * row), words, fill="#24323c", font=ImageFont.load_default(90))
    made = io.BytesIO()
    image.save(made, "JPEG", quality=85)
    return made.getvalue()
