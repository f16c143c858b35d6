"""The list of requests for the trust's liaison as a PDF."""

import datetime as dt
from pathlib import Path

from pypdf import PdfReader

from wellled_desktop.inspection.liaison import LiaisonList, LiaisonRow
from wellled_desktop.inspection.read_models import InspectionDetail
from wellled_desktop.reports.fonts import Fonts
from wellled_desktop.reports.liaison_list import write_liaison_list
from wellled_desktop.store import reading
from wellled_desktop.store.store import Store

TODAY = dt.date(2026, 11, 25)
MADE = dt.datetime(2026, 11, 25, 18, tzinfo=dt.UTC)


def detail_of(store: Store) -> InspectionDetail:
    detail = store.read(reading.inspection_detail)
    assert detail is not None
    return detail


def text_of(file: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def test_each_request_is_there_with_its_marking_and_in_plain_words(store: Store, tmp_path: Path, fonts: Fonts) -> None:
    rows = tuple(
        LiaisonRow(
            f"R-{number:03d}", f"Paper {number} <b>&", "company secretary", TODAY, TODAY, "received in part", "5 days"
        )
        for number in range(1, 61)
    )
    out = tmp_path / "list.pdf"
    facts = write_liaison_list(LiaisonList(TODAY, rows), detail_of(store), out, fonts, made_at=MADE)
    text = text_of(out)
    assert facts.pages > 1
    assert all(row.ref in text for row in rows)
    assert "Paper 7 <b>&" in text
    assert text.count("OFFICIAL-SENSITIVE") >= facts.pages
    assert "Due 25 November 2026" in text
    assert "5 days" in text


def test_nothing_asked_is_said(store: Store, tmp_path: Path, fonts: Fonts) -> None:
    out = tmp_path / "list.pdf"
    write_liaison_list(LiaisonList(TODAY, ()), detail_of(store), out, fonts)
    assert "Nothing had been asked of the trust by Wednesday 25 November 2026." in text_of(out)
