"""The example's documents from the resources: a text that is to be a PDF is set as one, the others are taken as they are."""

import datetime as dt
from collections.abc import Callable, Iterator
from importlib.resources.abc import Traversable

import yaml

from wellled_desktop.inspection.example.content import ExampleContent
from wellled_desktop.inspection.example.documents import ExampleDocument, ExampleDocuments, reading_from
from wellled_desktop.reports.blocks import Block, Document, Heading, NewPage, Words
from wellled_desktop.reports.fonts import Fonts, fonts_in
from wellled_desktop.reports.layout.drawing import draw
from wellled_desktop.reports.layout.pages import pages_of
from wellled_desktop.reports.layout.styles import Styles

_TO_BE_SET = ".pdf.txt"
_MADE_AT = dt.datetime(2026, 3, 10, 9, 0, tzinfo=dt.UTC)
_TYPES = {".txt": "text/plain", ".csv": "text/csv"}


def documents_in(resources: Traversable) -> Callable[[ExampleContent], ExampleDocuments]:
    """Makes the documents of `resources`, the folder that comes with the app, when the example is made."""

    def documents(content: ExampleContent) -> ExampleDocuments:
        return example_documents(resources / "example" / "documents", content, fonts_in(resources / "fonts"))

    return documents


def example_documents(folder: Traversable, content: ExampleContent, fonts: Fonts) -> ExampleDocuments:
    """`folder` is the one with `documents.yaml` and the texts. The same texts give the same documents, byte for byte."""
    plain = yaml.load((folder / "documents.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    team = {one.key: one.name for one in content.team}
    return ExampleDocuments(
        tuple(_document(folder, one, fonts) for one in plain["documents"]),
        tuple(reading_from(one, team) for one in plain["reading"]),
    )


def _document(folder: Traversable, plain: dict[str, str], fonts: Fonts) -> ExampleDocument:
    file = plain["file"]
    if not file.endswith(_TO_BE_SET):
        media_type = _TYPES[file[file.rindex(".") :]]
        return ExampleDocument(plain["entry"], plain["name"], media_type, (folder / file).read_bytes())
    content = pdf_of((folder / file).read_text(encoding="utf-8"), fonts)
    return ExampleDocument(plain["entry"], plain["name"], "application/pdf", content)


def pdf_of(text: str, fonts: Fonts) -> bytes:
    """Its first line is the title, the second what the paper is; “# ” begins a heading, a line of “---” a new page."""
    title, about, *rest = text.splitlines()
    document = Document(
        title=title,
        author="Northmere and Skelby Vale NHS Trust (invented example)",
        subject=about,
        marking="INVENTED EXAMPLE",
        running_left=title,
        running_right="",
        running_foot="Invented example",
        running_record="",
        blocks=(Heading(title, "title"), Words(about, quiet=True), *_blocks(rest)),
    )
    styles = Styles(fonts)
    return draw(document, pages_of(document, styles, lambda _done: None), styles, _MADE_AT, lambda _done: None)


def _blocks(lines: list[str]) -> Iterator[Block]:
    for at, line in enumerate(lines):
        if line == "---":
            yield NewPage()
        elif line.startswith("# "):
            yield Heading(line.removeprefix("# "), f"section-{at}")
        elif line:
            yield Words(line)
