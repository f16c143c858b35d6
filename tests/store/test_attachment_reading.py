"""Where else a content is attached, and which attachments were ever recorded."""

from functools import partial

import pytest

from wellled_desktop.inspection import commands as c
from wellled_desktop.store.attachment_reading import attached_also, attached_to, attachment_ids
from wellled_desktop.store.store import Store

ONE, OTHER = "1" * 64, "2" * 64


@pytest.fixture(autouse=True)
def attached(store: Store) -> None:
    for number in (1, 2, 3, 4):
        store.execute(c.RecordEvidence(f"e{number}", "Papers", "document"))
    store.execute(
        c.AttachFile("a1", "e1", ONE, 10, "one.pdf"),
        c.AttachFile("a2", "e1", OTHER, 10, "other.pdf"),
        c.AttachFile("a3", "e3", ONE, 10, "the same.pdf"),
        c.AttachFile("a4", "e2", ONE, 10, "again.pdf"),
        c.AttachFile("a5", "e4", OTHER, 10, "away.pdf"),
        c.RetractAttachment("a5", "a mistake"),
    )


def test_the_other_entries_with_the_same_content_are_told_in_their_order(store: Store) -> None:
    assert store.read(partial(attached_also, entry_id="e1")) == {ONE: ("E-002", "E-003")}
    assert store.read(partial(attached_also, entry_id="e4")) == {OTHER: ("E-001",)}


def test_what_an_entry_has_comes_with_what_was_retracted(store: Store) -> None:
    found, also = store.read(partial(attached_to, entry_id="e4"))
    assert [(one.id, one.retraction_reason) for one in found] == [("a5", "a mistake")]
    assert also == {OTHER: ("E-001",)}


def test_all_that_were_ever_recorded_are_known_by_their_ids(store: Store) -> None:
    assert store.read(attachment_ids) == {"a1", "a2", "a3", "a4", "a5"}
