"""Looking up in the documents themselves what is cited of them."""

from functools import partial

import pytest

from tests.hostile_shapes import pdf_of
from tests.unit.exchange.documents.test_indexing import (
    PDF,
    attach,
    clock,
    folder,
    inspection_id,
    library,
    opened,
    recovery_text,
    vault,
)
from wellled_desktop.exchange.documents.cited import look_up
from wellled_desktop.exchange.documents.indexing import read_documents
from wellled_desktop.inspection.cited_words import Checked
from wellled_desktop.inspection.citing import Citation
from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.store.weighing_reading import attachments
from wellled_desktop.vault.opened import OpenInspection

__all__ = ["clock", "folder", "inspection_id", "library", "opened", "recovery_text", "vault"]


def attached(opened: OpenInspection, name: str, content: bytes, media_type: str = "text/plain") -> Attachment:
    attach(opened, "a1", name, content, media_type)
    (file,) = opened.store.read(partial(attachments, entry_id="e1"))
    return file


@pytest.mark.parametrize("before", [True, False], ids=["read before", "not read yet"])
def test_a_paragraph_that_was_cut_between_two_parts_is_one(opened: OpenInspection, before: bool) -> None:
    file = attached(opened, "plan.txt", b"first\n" + b"ward " * 2_000 + b"\nlast one")
    if before:
        assert len(list(read_documents(opened))) == 1
    assert look_up(opened, file, Citation("E-001", None, 3, "last one")) == Checked()
    assert look_up(opened, file, Citation("E-001", None, 2, "ward ward " * 400)) == Checked()
    assert "There are 3 paragraphs" in look_up(opened, file, Citation("E-001", None, 4)).objection
    assert look_up(opened, file, Citation("E-001", None, 1, "last one")).objection.endswith(
        "stands in ¶ 3 of “plan.txt”, not in ¶ 1."
    )


def test_a_paragraph_of_nobody_knows_which_page_and_an_entry_as_a_whole_are_not_looked_up(
    opened: OpenInspection,
) -> None:
    file = attached(opened, "minutes.pdf", pdf_of("the quorum"), PDF)
    assert look_up(opened, file, Citation("E-001", None, 3)) == Checked()
    assert look_up(opened, file, Citation("E-001")) == Checked()
    assert "no page 9" in look_up(opened, file, Citation("E-001", 9)).objection
    assert look_up(opened, file, Citation("E-001", 1, 1, "The quorum")) == Checked()


def test_what_cannot_be_read_is_not_objected_to(opened: OpenInspection) -> None:
    file = attached(opened, "broken.pdf", b"%PDF-1.7\nnothing more\n", PDF)
    assert look_up(opened, file, Citation("E-001", 1)).unchecked.startswith("“broken.pdf” could not be read")
