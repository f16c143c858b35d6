"""Finding in the record: what is found by which words and marks, in which order, and that nothing typed is syntax."""

import datetime as dt
from contextlib import closing
from functools import partial
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.store.conftest import HandClock
from tests.store.packs import tiny_pack
from tests.store.tampered import busy_store
from wellled_desktop.framework.pack import Alias
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.find.typed import Reader
from wellled_desktop.inspection.read_models.found import Found, NoSuchThing
from wellled_desktop.store.connection import StoreKey
from wellled_desktop.store.documents import Documents
from wellled_desktop.store.search.reading import CANDIDATES, LEAST_OF_A_KIND, find, words_in
from wellled_desktop.store.search.unread import files_not_read_yet
from wellled_desktop.store.store import Store

__all__ = ["busy_store"]

PACK = msgspec.structs.replace(
    tiny_pack(), aliases=(Alias(term="CCG", means="clinical commissioning group", now=("ICB",)),)
)
READER = Reader(PACK, dt.date(2026, 11, 24))
KEY, DOCUMENT = StoreKey(bytes(range(32)), bytes(range(16))), "d" * 64
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


def test_where_nothing_is_found_the_marks_that_nothing_carries_are_named(talked: Store) -> None:
    assert found(talked, "nights day:9 from:nobody is:claim").carried_by_nothing == ("day:9", "from:nobody")
    assert found(talked, "in:W1.E1").carried_by_nothing == ("in:W1.E1",)
    assert found(talked, "is:claim is:concern").carried_by_nothing == (), "each is carried, though not by the same"
    assert found(talked, "zebra").carried_by_nothing == ()
    assert found(talked, "zebra -day:9").carried_by_nothing == ()
    assert found(talked, "nights day:1").carried_by_nothing == ()


def test_a_number_that_nothing_has_is_told_with_those_that_there_are(busy_store: Store) -> None:
    def told(typed: str) -> NoSuchThing | None:
        return found(busy_store, typed).no_such

    assert told("S-77") == NoSuchThing("session", "S-77", "S-01", "S-02")
    assert told("S-77 l.1") == NoSuchThing("session", "S-77", "S-01", "S-02")
    assert told("E-777") == NoSuchThing("entry", "E-777", "E-001", "E-001")
    assert told("R-777") == NoSuchThing("request", "R-777", "R-001", "R-001")
    many = told("S-01 l.999")
    assert many is not None
    assert (many.ref, many.first, many.of) == ("S-01 l.999", "l.1", "S-01")
    assert told("S-01") is None
    assert told("nights") is None


def test_where_there_are_none_at_all_no_first_and_no_last_is_told(store: Store) -> None:
    assert found(store, "R-001").no_such == NoSuchThing("request", "R-001")
    store.execute(c.PlanSession("s1", "interview", ("governors",)))
    assert found(store, "S-01 l.1").no_such == NoSuchThing("line", "S-01 l.1", of="S-01")


def test_a_number_that_nothing_has_still_finds_who_speaks_of_it(talked: Store) -> None:
    talked.execute(c.WriteLine("l9", "s1", "They spoke of S-77."))
    there = found(talked, "S-77")
    assert ([one.id for one in there.items], there.named) == (["l9"], False)
    assert there.no_such is not None


def test_what_a_number_names_is_shown_whole(talked: Store) -> None:
    words = " ".join(f"word{number}" for number in range(200))
    talked.execute(c.WriteLine("l9", "s1", words))
    there = found(talked, "S-01 l.5")
    assert (there.items[0].id, there.items[0].snippet, there.named) == ("l9", words, True)
    assert len(found(talked, "word7 ").items[0].snippet) < len(words)


def test_nothing_is_found_while_a_filter_says_nothing(talked: Store) -> None:
    assert found(talked, "nights is:foo") == Found()


def test_where_nothing_is_found_the_words_that_nothing_has_are_named(talked: Store) -> None:
    assert found(talked, "nights zebra xylo").lacking == ("zebra", "xylo")
    assert found(talked, "nights nurses day:2").lacking == ()
    assert found(talked, "nights").lacking == ()
    assert found(talked, "Invented").lacking == ("Invented",), "names are not looked in"
    assert found(talked, "Invented zebra", names=True).lacking == ("zebra",)


def test_words_that_only_a_document_has_are_not_lacking(talked: Store, tmp_path: Path) -> None:
    with closing(Documents(tmp_path / "documents.db", KEY)) as documents:
        documents.index_document(DOCUMENT, ("A narwhal met.",))
        lacking = talked.read(partial(find, query=READER.read("narwhal zebra"), documents=documents)).lacking
        assert words_in(documents, READER.read("narwhal zebra met")) == ("narwhal", "met")
    assert lacking == ("zebra",)


def test_files_that_are_attached_and_not_read_are_counted_once_each(talked: Store, tmp_path: Path) -> None:
    talked.execute(
        c.RecordEvidence("e1", "Minutes", "minutes"),
        c.AttachFile("a1", "e1", DOCUMENT, 10, "one.pdf"),
        c.AttachFile("a2", "e1", "f" * 64, 10, "two.pdf"),
        c.AttachFile("a3", "e1", "0" * 64, 10, "three.pdf"),
        c.RetractAttachment("a3", "wrong file"),
        c.RecordEvidence("e2", "The same", "minutes"),
        c.AttachFile("a4", "e2", "f" * 64, 10, "again.pdf"),
    )
    with closing(Documents(tmp_path / "documents.db", KEY)) as documents:
        assert talked.read(partial(files_not_read_yet, documents=documents)) == 2
        documents.index_document(DOCUMENT, (), unread="It could not be read.")
        assert talked.read(partial(files_not_read_yet, documents=documents)) == 1


signs = some.lists(
    some.sampled_from(
        ['"', "'", "-", "(", ")", "*", "^", "+", "{", "}", ":", "NEAR(", "OR ", "AND ", "NOT ", "words:", "a", " "]
    )
)


@given(signs.map("".join) | some.text(max_size=40))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_is_typed_is_syntax(talked: Store, typed: str) -> None:
    talked.read(partial(find, query=READER.read(typed)))
