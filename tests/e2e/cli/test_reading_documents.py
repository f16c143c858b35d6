"""Reading the text of attached documents from the command line, to find them by their words."""

from pathlib import Path

import pytest

from tests.e2e.cli.program import Program
from tests.e2e.cli.test_attachments import entry
from tests.hostile_shapes import pdf_of

__all__ = ["entry"]


@pytest.fixture
def attached(wellled: Program, inspection: str, entry: str, tmp_path: Path) -> str:
    """The inspection, with minutes that can be read, a report that cannot and a picture attached."""
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "minutes.pdf").write_bytes(pdf_of("the quorum of the board"))
    (papers / "report.pdf").write_bytes(b"%PDF-1.7\nnothing more\n")
    wellled("evidence", "attach", inspection, entry, str(papers)).done()
    return inspection


def test_what_was_read_is_told_and_found_and_what_was_not_says_why(wellled: Program, attached: str) -> None:
    read = wellled("evidence", "read-documents", attached).done().lines
    assert read[0] == "1 page minutes.pdf"
    assert read[1].startswith("not read report.pdf: This file is damaged or is not what its name says, so its words")
    assert any("E-001 “minutes.pdf” p. 1" in line for line in wellled("find", attached, "quorum").done().lines)
    assert wellled("evidence", "read-documents", attached).done().lines == [
        "There is nothing to read: every document that is attached was read before, or could not be.",
    ]


def test_a_machine_gets_a_line_for_each_and_may_have_what_was_not_read_tried_again(
    wellled: Program, attached: str
) -> None:
    lines = wellled("evidence", "read-documents", attached, "--json").done().lines
    assert [line.split('"name":"')[1].split('"')[0] for line in lines] == ["minutes.pdf", "report.pdf"]
    assert wellled("evidence", "read-documents", attached, "--json").done().lines == []
    (again,) = wellled("evidence", "read-documents", attached, "--again", "--json").done().lines
    assert '"name":"report.pdf","pages":0,"unread":"This file is damaged' in again
