"""Finding in the text of documents: which pages, of which attachment; and what the file of their words bears."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import sqlcipher3

from tests.store.conftest import KEY, HandClock
from tests.store.packs import tiny_pack
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.find.typed import Reader
from wellled_desktop.inspection.read_models.found import FoundItem
from wellled_desktop.store.connection import open_connection
from wellled_desktop.store.documents import Documents
from wellled_desktop.store.errors import CannotWrite
from wellled_desktop.store.search.reading import find, found_pages
from wellled_desktop.store.store import Store

READER = Reader(tiny_pack(), dt.date(2026, 11, 24))


@pytest.fixture
def documents(tmp_path: Path) -> Iterator[Documents]:
    opened = Documents(tmp_path / "documents.db", KEY)
    yield opened
    opened.close()


@pytest.fixture
def attached(store: Store, documents: Documents, clock: HandClock) -> Store:
    clock.pass_minutes(24 * 60)
    store.execute(
        c.RecordEvidence("e1", "Papers", "minutes", nodes=("W1.E2",)), c.RecordEvidence("e2", "Plan", "other")
    )
    for number, entry in ((1, "e1"), (2, "e2")):
        store.execute(c.AttachFile(f"a{number}", entry, str(number) * 64, 9, f"file{number}.pdf"))
        documents.index_document(str(number) * 64, ["Contents", f"The quorum of night shifts, file {number}."])
    documents.index_document("3" * 64, ["quorum of what nobody attached"])
    return store


def pages_of(store: Store, documents: Documents, typed: str) -> list[FoundItem]:
    read = partial(find, query=READER.read(typed), documents=documents)
    return [one for one in store.read(read).items if one.kind == "page"]


def test_a_page_says_in_which_entry_it_is(attached: Store, documents: Documents) -> None:
    second, first = pages_of(attached, documents, "quorum ")
    assert (first.id, first.ref, first.page, first.retracted) == ("a1", "E-001 p. 2", 2, False)
    assert [first.snippet[start:end] for start, end in first.marked] == ["quorum"]
    assert second.ref == "E-002 p. 2"


def test_a_page_says_in_which_file_it_is_where_its_entry_has_several(attached: Store, documents: Documents) -> None:
    attached.execute(c.AttachFile("a3", "e1", "4" * 64, 9, "annex.pdf"))
    assert {one.ref for one in pages_of(attached, documents, "quorum ")} == {"E-001 “file1.pdf” p. 2", "E-002 p. 2"}
    attached.execute(c.RetractAttachment("a3", "twice"))
    assert {one.ref for one in pages_of(attached, documents, "quorum ")} == {"E-001 p. 2", "E-002 p. 2"}


def test_a_part_of_a_document_without_pages_of_its_own_is_not_called_a_page(
    attached: Store, documents: Documents
) -> None:
    documents.index_document("2" * 64, ["Contents", "the quorum"], numbered=False)
    assert {one.ref for one in pages_of(attached, documents, "quorum ")} == {"E-001 p. 2", "E-002 part 2"}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("quorum in:W1.E2", ["a1"]),
        ("quorum -in:W1", ["a2"]),
        ("quorum day:2", ["a2", "a1"]),
        ("quorum day:1", []),
        ("quorum type:said", []),
        ("quorum -1", ["a2"]),
        ('"night shifts" quorum', ["a2", "a1"]),
        ("in:W1", []),
    ],
)
def test_marks_are_those_of_the_attachment(
    attached: Store, documents: Documents, typed: str, expected: list[str]
) -> None:
    assert [one.id for one in pages_of(attached, documents, typed)] == expected


def test_pages_of_a_retracted_attachment_say_so(attached: Store, documents: Documents) -> None:
    attached.execute(c.RetractEntry("e1", "not ours"), c.RetractAttachment("a2", "twice"))
    assert [one.retracted for one in pages_of(attached, documents, "quorum ")] == [True, True]
    assert [one.id for one in pages_of(attached, documents, "quorum is:retracted")] == ["a2", "a1"]


def test_a_document_that_is_in_two_entries_is_found_in_both_and_by_marks_in_the_one_that_carries_them(
    attached: Store, documents: Documents
) -> None:
    attached.execute(
        c.RecordEvidence("e3", "Plan once more", "other", nodes=("W1.E1",)),
        c.AttachFile("a3", "e3", "1" * 64, 9, "copy.pdf"),
        c.RecordEvidence("e4", "Not ours", "other", nodes=("W1.1",)),
        c.AttachFile("a4", "e4", "1" * 64, 9, "copy.pdf"),
        c.RetractEntry("e4", "not ours"),
    )
    assert [one.ref for one in pages_of(attached, documents, '"file 1"')] == ["E-003 p. 2", "E-001 p. 2"]
    assert [one.ref for one in pages_of(attached, documents, '"file 1" in:W1.E1')] == ["E-003 p. 2"]
    assert [one.ref for one in pages_of(attached, documents, '"file 1" in:W1.E2')] == ["E-001 p. 2"]
    assert [one.ref for one in pages_of(attached, documents, '"file 1" -in:W1.E1')] == ["E-001 p. 2"]
    (gone,) = pages_of(attached, documents, '"file 1" is:retracted')
    assert (gone.id, gone.retracted) == ("a4", True)


def test_so_many_pages_are_found_and_no_more_however_many_entries_have_them(
    attached: Store, documents: Documents
) -> None:
    attached.execute(
        c.RecordEvidence("e3", "Plan once more", "other"), c.AttachFile("a3", "e3", "2" * 64, 9, "copy.pdf")
    )
    read = partial(found_pages, documents=documents, query=READER.read("quorum "), limit=2)
    assert [one.id for one in attached.read(read)] == ["a3", "a2"]


def test_what_is_indexed_again_takes_the_place_of_what_was(documents: Documents) -> None:
    documents.index_document("1" * 64, ["one two"])
    documents.index_document("1" * 64, iter(["two three", "four"]))
    assert documents.find('"one"', 9, 9) == []
    (page,) = documents.find('"four"', 9, 9)
    assert (page.sha256, page.page, page.words) == ("1" * 64, 2, "four")


def test_nothing_is_found_of_what_is_forgotten(documents: Documents) -> None:
    documents.index_document("1" * 64, ["one"])
    documents.index_document("2" * 64, [])
    assert documents.indexed() == {"1" * 64, "2" * 64}
    documents.forget("1" * 64)
    documents.forget("1" * 64)
    assert documents.indexed() == {"2" * 64}
    assert documents.find('"one"', 9, 9) == []


def test_why_a_document_is_not_in_the_search_can_be_asked_and_it_can_be_tried_anew(documents: Documents) -> None:
    documents.index_document("1" * 64, ["one"], by="old")
    documents.index_document("2" * 64, [], unread="It has a password.", by="old")
    documents.index_document("3" * 64, ["three"], unread="Its second page is broken.", by="new")
    assert documents.unread() == {"2" * 64: "It has a password.", "3" * 64: "Its second page is broken."}
    assert documents.unread(["1" * 64, "3" * 64]) == {"3" * 64: "Its second page is broken."}
    documents.forget_unread(by="new")
    assert documents.indexed() == {"1" * 64, "3" * 64}
    documents.forget_unread(by="")
    assert documents.indexed() == {"1" * 64}
    assert documents.find('"three"', 9, 9) == []
    documents.index_document("2" * 64, ["two"], by="new")
    assert documents.unread() == {}


def test_how_many_pages_a_document_has_is_known_where_people_count_them(documents: Documents) -> None:
    documents.index_document("a" * 64, ("One", "Two"))
    documents.index_document("b" * 64, ("Part",), numbered=False)
    documents.index_document("c" * 64, (), unread="why")
    documents.index_document("d" * 64, ("One",))
    assert documents.page_counts({"a" * 64, "b" * 64, "c" * 64}) == {"a" * 64: 2}


def test_a_document_that_cannot_be_read_to_its_end_is_not_taken_in_at_all(documents: Documents) -> None:
    def breaking() -> Iterator[str]:
        yield "one"
        raise ValueError("the second page is broken")

    with pytest.raises(ValueError, match="second page"):
        documents.index_document("1" * 64, breaking())
    assert documents.indexed() == frozenset()
    documents.index_document("1" * 64, ["one"])


def test_two_may_be_open_at_once_and_each_sees_what_the_other_took_in(documents: Documents, tmp_path: Path) -> None:
    other = Documents(tmp_path / "documents.db", KEY)
    other.index_document("1" * 64, ["one"])
    assert len(documents.find('"one"', 9, 9)) == 1
    other.close()


def test_nothing_of_it_stands_in_the_file_in_plain(documents: Documents, tmp_path: Path) -> None:
    documents.index_document("1" * 64, ["unmistakable words"])
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("documents.db*"))
    assert b"unmistakable" not in kept


def test_a_file_of_another_form_is_made_anew(documents: Documents, tmp_path: Path) -> None:
    documents.index_document("1" * 64, ["one"])
    connection = open_connection(tmp_path / "documents.db", KEY)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    again = Documents(tmp_path / "documents.db", KEY)
    assert again.indexed() == frozenset()
    again.index_document("1" * 64, ["one"])
    again._make()  # as by a thread that looked before it was made
    assert again.indexed() == {"1" * 64}
    again.close()


def test_a_file_that_cannot_be_made_is_let_go_of(tmp_path: Path) -> None:
    connection = open_connection(tmp_path / "other.db", KEY)
    connection.execute("CREATE VIEW page AS SELECT 1")
    with pytest.raises(sqlcipher3.DatabaseError, match="DROP VIEW"):
        Documents(tmp_path / "other.db", KEY)
    connection.execute("DROP VIEW page")
    connection.close()
    Documents(tmp_path / "other.db", KEY).close()


def test_a_full_disk_takes_in_nothing_and_says_so(documents: Documents) -> None:
    documents._run("PRAGMA max_page_count = 60")
    with pytest.raises(CannotWrite, match="disk is full"):
        documents.index_document("1" * 64, (f"word{number} " * 200 for number in range(3_000)))
    documents._run("PRAGMA max_page_count = 60000")
    assert documents.indexed() == frozenset()
    documents.index_document("1" * 64, ["one"])


def test_the_text_of_a_document_is_given_back_page_by_page_and_why_it_ends(documents: Documents) -> None:
    assert documents.text_of("1" * 64) is None
    documents.index_document("1" * 64, ["Contents", "", "The quorum."], unread="The rest is damaged.")
    documents.index_document("2" * 64, ["Another"])
    assert documents.text_of("1" * 64) == (("Contents", "", "The quorum."), "The rest is damaged.")
    assert documents.text_of("2" * 64) == (("Another",), "")
