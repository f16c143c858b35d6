"""Finding in the record: what is found by which words and marks, in which order, and that nothing typed is syntax."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec
import pytest
import sqlcipher3
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.store.conftest import KEY, HandClock
from tests.store.packs import tiny_pack
from tests.store.tampered import busy_store
from wellled_desktop.framework.pack import Alias
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.find.typed import Reader
from wellled_desktop.inspection.read_models.found import Found, FoundItem
from wellled_desktop.store.connection import open_connection
from wellled_desktop.store.documents import Documents
from wellled_desktop.store.errors import CannotWrite
from wellled_desktop.store.search.reading import CANDIDATES, LEAST_OF_A_KIND, find
from wellled_desktop.store.store import Store

__all__ = ["busy_store"]

PACK = msgspec.structs.replace(
    tiny_pack(), aliases=(Alias(term="CCG", means="clinical commissioning group", now=("ICB",)),)
)
READER = Reader(PACK, dt.date(2026, 11, 24))
PERSON = c.NewParticipant("p1", "governors", label="east", name="Jo Invented")


@pytest.fixture
def talked(store: Store, clock: HandClock) -> Store:
    store.execute(
        c.PlanSession("s1", "interview", ("chief-executive",), (PERSON,), title="About nights", place="Room 9"),
        c.StartSession("s1"),
        c.WriteLine("l1", "s1", "Café nights are covered by the CCG.", tags=("W1.1",), claim=True, weight="strength"),
        c.WriteLine("l2", "s1", "Nights are short of nurses.", "seen", "p1", ("W1.E2.1",), weight="concern"),
        c.WriteLine("l3", "s1", "Silence on nights.", speaker="silence"),
    )
    clock.pass_minutes(24 * 60)
    store.execute(c.WriteLine("l4", "s1", "The following day: nights, nights, nights."))
    return store


def found(store: Store, typed: str, limit: int = 50, *, names: bool = False) -> Found:
    return store.read(partial(find, query=READER.read(typed), limit=limit, names=names))


def refs(store: Store, typed: str, *, names: bool = False) -> list[tuple[str, str]]:
    return [(one.kind, one.ref) for one in found(store, typed, names=names).items]


def lines(store: Store, typed: str) -> list[str]:
    return sorted(one.id for one in found(store, typed).items if one.kind == "line")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("cafe ", ["l1"]),
        ("nig", ["l1", "l2", "l3", "l4"]),
        ('"nights are"', ["l1", "l2"]),
        ("nights -nurses", ["l1", "l3", "l4"]),
        ("-nights -day", []),
        ("nights in:W1", ["l1", "l2"]),
        ("in:W1.E2", ["l2"]),
        ("in:W1.1", ["l1"]),
        ("type:seen", ["l2"]),
        ("day:1 nights", ["l1", "l2", "l3"]),
        ("day:25-11", ["l4"]),
        ("is:claim", ["l1"]),
        ("is:strength", ["l1"]),
        ("is:concern", ["l2"]),
        ("-is:concern -is:claim", ["l3", "l4"]),
        ("from:ceo nights", ["l1", "l4"]),
        ("from:governors", ["l2"]),
        ("from:silence", ["l3"]),
        ("from:inspector", ["l1", "l2", "l3", "l4"]),
        ("from:nobody", []),
        ("ICB ", ["l1"]),
        ("clinical commissioning group ", ["l1"]),
        ("zebra", []),
        ("…", []),
    ],
)
def test_lines_are_found_by_words_and_marks(talked: Store, typed: str, expected: list[str]) -> None:
    assert lines(talked, typed) == expected


def test_a_line_says_where_it_is_and_what_was_found_in_it(talked: Store) -> None:
    (item,) = found(talked, "nurs").items
    assert (item.kind, item.id, item.ref, item.session_id, item.retracted) == ("line", "l2", "S-01 l.2", "s1", False)
    assert [item.snippet[start:end] for start, end in item.marked] == ["nurses"]
    assert item.when == dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)


def test_within_a_kind_the_best_comes_first_and_of_equals_the_newest(talked: Store) -> None:
    talked.execute(c.WriteLine("l5", "s1", "Silence on nights."))
    order = [one.id for one in found(talked, "nights ").items if one.kind == "line"]
    assert order[0] == "l4"
    assert order.index("l5") < order.index("l3")


def test_by_marks_alone_the_newest_come_first(talked: Store) -> None:
    assert [one.id for one in found(talked, "from:inspector").items] == ["l4", "l3", "l2", "l1"]


def test_what_was_retracted_is_found_marked_and_after_what_stands(talked: Store) -> None:
    talked.execute(c.RetractLine("l4", "wrong session"))
    items = [one for one in found(talked, "nights ").items if one.kind == "line"]
    assert [(one.id, one.retracted) for one in items][-1] == ("l4", True)
    assert lines(talked, "is:retracted") == ["l4"]
    talked.execute(c.RestoreLine("l4", "right after all"))
    assert lines(talked, "is:retracted") == []


def test_a_number_goes_before_all_else(busy_store: Store) -> None:
    busy_store.execute(c.WriteLine("l9", "s2", "They spoke of S-01, E-001 and R-001; see S-01 l.3."))
    for typed, kind, identifier in (
        ("S-01 l.3", "line", "l3"), ("s1", "session", "s1"), ("E-001", "entry", "e1"), ("r1", "request", "r1"),
    ):  # fmt: skip
        first = found(busy_store, typed).items[0]
        assert (first.kind, first.id) == (kind, identifier)
    only = found(busy_store, "E-001", limit=1)
    assert (len(only.items), only.more) == (1, True)
    assert found(busy_store, "S-77 l.1").items == ()


@pytest.mark.parametrize(
    ("typed", "kind", "identifier"),
    [
        ("board papers", "entry", "e1"),
        ("minutes.pdf", "attachment", "a1"),
        ("the plan", "request", "r1"),
        ("stock maternity", "finding", "f1"),
        ("they are seen", "judgement", "W1.1"),
        ("by night", "local node", "n1"),
        ("W1.L1", "local node", "n1"),
        ("why", "question", "q1"),
        ("BAF-3", "risk", "k1"),
        ("nights", "worry", "w1"),
        ("14", "answer", "heads"),
        ("focus", "session", ""),
        ("governors", "session", "s2"),
    ],
)
def test_everything_that_is_written_down_is_found(busy_store: Store, typed: str, kind: str, identifier: str) -> None:
    there = {(one.kind, one.id) for one in found(busy_store, f"{typed} ").items}
    assert ((kind, identifier) in there) == bool(identifier), there


def test_names_are_found_only_where_they_are_asked_for(talked: Store) -> None:
    assert refs(talked, "invented") == []
    assert refs(talked, "invented", names=True) == [("name", "S-01")]
    assert refs(talked, "east") == [("participant", "S-01")]


def test_no_kind_leaves_no_room_for_the_others(store: Store) -> None:
    store.execute(c.PlanSession("s1", "interview", ("governors",)), c.MakeRequest("r1", "Night rotas"))
    store.execute(*(c.WriteLine(f"l{n}", "s1", f"night {n}") for n in range(CANDIDATES + 40)))
    some_found = found(store, "night ", limit=20)
    assert [one.kind for one in some_found.items] == ["request", *["line"] * 19]
    assert some_found.more
    store.execute(*(c.NoteWorry(f"w{n}", f"night worry {n}") for n in range(9)))
    kinds = [one.kind for one in found(store, "night ", limit=12).items]
    assert (kinds.count("line"), kinds.count("worry")) == (12 - 1 - LEAST_OF_A_KIND, LEAST_OF_A_KIND)


signs = some.lists(
    some.sampled_from(
        ['"', "'", "-", "(", ")", "*", "^", "+", "{", "}", ":", "NEAR(", "OR ", "AND ", "NOT ", "words:", "a", " "]
    )
)


@given(signs.map("".join) | some.text(max_size=40))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_is_typed_is_syntax(talked: Store, typed: str) -> None:
    talked.read(partial(find, query=READER.read(typed)))


class TestDocuments:
    """The text of documents."""

    @pytest.fixture
    def documents(self, tmp_path: Path) -> Iterator[Documents]:
        opened = Documents(tmp_path / "documents.db", KEY)
        yield opened
        opened.close()

    @pytest.fixture
    def attached(self, talked: Store, documents: Documents) -> Store:
        talked.execute(
            c.RecordEvidence("e1", "Papers", "minutes", nodes=("W1.E2",)), c.RecordEvidence("e2", "Plan", "other")
        )
        for number, entry in ((1, "e1"), (2, "e2")):
            talked.execute(c.AttachFile(f"a{number}", entry, str(number) * 64, 9, f"file{number}.pdf"))
            documents.index_document(str(number) * 64, ["Contents", f"The quorum of night shifts, file {number}."])
        documents.index_document("3" * 64, ["quorum of what nobody attached"])
        return talked

    def pages(self, store: Store, documents: Documents, typed: str) -> list[FoundItem]:
        read = partial(find, query=READER.read(typed), documents=documents)
        return [one for one in store.read(read).items if one.kind == "page"]

    def test_a_page_says_in_which_entry_it_is(self, attached: Store, documents: Documents) -> None:
        second, first = self.pages(attached, documents, "quorum ")
        assert (first.id, first.ref, first.page, first.retracted) == ("a1", "E-001 p. 2", 2, False)
        assert [first.snippet[start:end] for start, end in first.marked] == ["quorum"]
        assert second.ref == "E-002 p. 2"

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
        self, attached: Store, documents: Documents, typed: str, expected: list[str]
    ) -> None:
        assert [one.id for one in self.pages(attached, documents, typed)] == expected

    def test_pages_of_a_retracted_attachment_say_so(self, attached: Store, documents: Documents) -> None:
        attached.execute(c.RetractEntry("e1", "not ours"), c.RetractAttachment("a2", "twice"))
        assert [one.retracted for one in self.pages(attached, documents, "quorum ")] == [True, True]
        assert [one.id for one in self.pages(attached, documents, "quorum is:retracted")] == ["a2", "a1"]

    def test_what_is_indexed_again_takes_the_place_of_what_was(self, documents: Documents) -> None:
        documents.index_document("1" * 64, ["one two"])
        documents.index_document("1" * 64, iter(["two three", "four"]))
        assert documents.find('"one"', 9, 9) == []
        (page,) = documents.find('"four"', 9, 9)
        assert (page.sha256, page.page, page.words) == ("1" * 64, 2, "four")

    def test_nothing_is_found_of_what_is_forgotten(self, documents: Documents) -> None:
        documents.index_document("1" * 64, ["one"])
        documents.index_document("2" * 64, [])
        assert documents.indexed() == {"1" * 64, "2" * 64}
        documents.forget("1" * 64)
        documents.forget("1" * 64)
        assert documents.indexed() == {"2" * 64}
        assert documents.find('"one"', 9, 9) == []

    def test_a_document_that_cannot_be_read_to_its_end_is_not_taken_in_at_all(self, documents: Documents) -> None:
        def breaking() -> Iterator[str]:
            yield "one"
            raise ValueError("the second page is broken")

        with pytest.raises(ValueError, match="second page"):
            documents.index_document("1" * 64, breaking())
        assert documents.indexed() == frozenset()
        documents.index_document("1" * 64, ["one"])

    def test_two_may_be_open_at_once_and_each_sees_what_the_other_took_in(
        self, documents: Documents, tmp_path: Path
    ) -> None:
        other = Documents(tmp_path / "documents.db", KEY)
        other.index_document("1" * 64, ["one"])
        assert len(documents.find('"one"', 9, 9)) == 1
        other.close()

    def test_nothing_of_it_stands_in_the_file_in_plain(self, documents: Documents, tmp_path: Path) -> None:
        documents.index_document("1" * 64, ["unmistakable words"])
        kept = b"".join(path.read_bytes() for path in tmp_path.glob("documents.db*"))
        assert b"unmistakable" not in kept

    def test_a_file_of_another_form_is_made_anew(self, documents: Documents, tmp_path: Path) -> None:
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

    def test_a_file_that_cannot_be_made_is_let_go_of(self, tmp_path: Path) -> None:
        connection = open_connection(tmp_path / "other.db", KEY)
        connection.execute("CREATE VIEW page AS SELECT 1")
        with pytest.raises(sqlcipher3.DatabaseError, match="DROP VIEW"):
            Documents(tmp_path / "other.db", KEY)
        connection.execute("DROP VIEW page")
        connection.close()
        Documents(tmp_path / "other.db", KEY).close()

    def test_a_full_disk_takes_in_nothing_and_says_so(self, documents: Documents) -> None:
        documents._run("PRAGMA max_page_count = 60")
        with pytest.raises(CannotWrite, match="disk is full"):
            documents.index_document("1" * 64, (f"word{number} " * 200 for number in range(3_000)))
        documents._run("PRAGMA max_page_count = 60000")
        assert documents.indexed() == frozenset()
        documents.index_document("1" * 64, ["one"])
