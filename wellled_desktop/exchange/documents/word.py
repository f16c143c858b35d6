"""Word (DOCX, DOCM), by python-docx: the words of the body with its tables, the notes below it, headers and footers."""

import io
from collections.abc import Iterator
from typing import Any

from wellled_desktop.exchange.documents.messages import Unread
from wellled_desktop.exchange.documents.packed import check_packed

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BESIDE = ("/footnotes", "/endnotes", "/comments", "/header", "/footer")


def paragraphs(content: bytes) -> Iterator[str]:
    """Raises Unread, and whatever zipfile, lxml and python-docx raise."""
    from docx.package import Package

    check_packed(content)
    if not content.startswith(b"PK"):
        raise Unread("broken")
    package = Package.open(io.BytesIO(content))
    main = package.main_document_part
    yield from _paragraphs(_root(main))
    beside = {
        str(rel.target_part.partname): rel.target_part
        for rel in main.rels.values()
        if not rel.is_external and rel.reltype.endswith(_BESIDE)
    }
    for _name, part in sorted(beside.items()):
        yield from _paragraphs(_root(part))


def _root(part: Any) -> Any:
    """A document with macros is to python-docx a part it does not know."""
    from docx.oxml.parser import parse_xml

    element = getattr(part, "element", None)
    return parse_xml(part.blob) if element is None else element


def _paragraphs(root: Any) -> Iterator[str]:
    if root.getroottree().docinfo.doctype:  # no program that writes Word documents declares one
        raise Unread("broken")
    for paragraph in root.iter(f"{_W}p"):
        words = "".join(_runs(paragraph))
        if words.strip():
            yield words


def _runs(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}p"):
        if element.tag == f"{_W}t":
            if _own(element, paragraph):
                yield element.text or ""
        elif element.tag != f"{_W}p":
            yield " "


def _own(element: Any, paragraph: Any) -> bool:
    """A text box is a paragraph within a paragraph, and has its turn of its own."""
    return next(element.iterancestors(f"{_W}p")) is paragraph
