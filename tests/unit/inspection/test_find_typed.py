"""What somebody means who types to find something; whatever they type, it is read, and nothing of it acts as syntax."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.store.packs import tiny_pack
from wellled_desktop.framework.pack import Alias
from wellled_desktop.inspection.find.known import KnownThings, NodesFound, Thing, Things
from wellled_desktop.inspection.find.query import Mark, Named, Phrase, Query, Term, Unclear
from wellled_desktop.inspection.find.snippet import snippet
from wellled_desktop.inspection.find.typed import MOST_LETTERS, Reader

PACK = msgspec.structs.replace(
    tiny_pack(),
    aliases=(
        Alias(term="CCG", means="clinical commissioning group", now=("ICB",)),
        Alias(term="KPIs", means="key performance indicators", now=("KPI",)),
    ),
)
READER = Reader(PACK, dt.date(2026, 11, 24), 3, ("A. Inspector", "Ivy Thorne"))


def whole(*words: str) -> Term:
    return Term((Phrase(words),))


def begun(*words: str) -> Term:
    return Term((Phrase(words, begun=True),))


def test_the_word_being_typed_is_a_beginning_and_the_others_are_whole() -> None:
    assert READER.read("night cov").terms == (whole("night"), begun("cov"))
    assert READER.read("night cov ").terms == (whole("night"), whole("cov"))


def test_one_letter_is_looked_for_whole() -> None:
    assert READER.read("a").terms == (whole("a"),)


def test_words_in_quotes_stand_side_by_side_and_an_open_quote_is_still_being_typed() -> None:
    assert READER.read('"night cover" x ').terms == (whole("night", "cover"), whole("x"))
    assert READER.read("“night cover”").terms == (whole("night", "cover"),)
    assert READER.read('"night cov').terms == (begun("night", "cov"),)


def test_a_minus_leaves_out_words_phrases_and_marks() -> None:
    query = READER.read('night -cover -"in hand" -in:W1')
    assert query.terms == (whole("night"),)
    assert query.without == (Phrase(("cover",)), Phrase(("in", "hand")))
    assert query.without_marks == (Mark(("inw1",)),)


def test_what_is_being_left_out_is_no_beginning() -> None:
    assert READER.read("night -cov").without == (Phrase(("cov",)),)


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("in:W1", Mark(("inw1",))),
        ("in:w1.e2.1", Mark(("inw1xe2x1",))),
        ("in:W1.", Mark(("inw1",))),
        ("type:said", Mark(("typesaid",))),
        ("TYPE:Inference", Mark(("typeinference",))),
        ("is:claim", Mark(("isclaim",))),
        ("is:retracted", Mark(("isretracted",))),
        ("day:2", Mark(("day20261125",))),
        ("day:24-11", Mark(("day20261124",))),
        ("day:3/1", Mark(("day20270103",))),
        ("day:2026-11-25", Mark(("day20261125",))),
        ("from:ceo", Mark(("fromchiefexecutive",), ("fromceo", "byceo"))),
        ("from:gov", Mark(("fromgovernors",), ("fromgov", "bygov"))),
        ('from:"A. Inspector"', Mark((), ("fromainspector", "byainspector"))),
    ],
)
def test_an_operator_marks(typed: str, mark: Mark) -> None:
    query = READER.read(typed)
    assert (query.marks, query.terms) == ((mark,), ())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("in:nights", "in: goes with the id of a part of the framework, W1, or of a part in one"),
        ("in:W", "in: goes with the id of a part of the framework, W1, or of a part in one"),
        ("in:W9", "There is no W9. The framework has only W1"),
        ("-in:W1.E9", "There is no W1.E9. In W1 there are W1.1 and W1.E1 to W1.E2"),
        ("type:sa", "type: goes with said, seen, read, data or inference"),
        ("TYPE:", "type: goes with said, seen, read, data or inference"),
        ('is:"very good"', "is: goes with claim, concern, strength or retracted"),
        ("day:0", "day: goes with a day of the inspection, day:1 to day:3, or a date, as day:24-11"),
        ("day:30-02", "day: goes with a day of the inspection, day:1 to day:3, or a date, as day:24-11"),
        ("day:2026-02-30", "day: goes with a day of the inspection, day:1 to day:3, or a date, as day:24-11"),
        ("day:soon", "day: goes with a day of the inspection, day:1 to day:3, or a date, as day:24-11"),
        ("from:…", "from: goes with a role, as from:governors, or with who wrote it: A. Inspector or Ivy Thorne"),
    ],
)
def test_a_filter_whose_value_says_nothing_is_unclear_and_nothing_can_be_asked(typed: str, said: str) -> None:
    query = READER.read(f"nights {typed} ")
    assert query.unclear == (Unclear(typed, said),)
    assert (query.marks, query.terms, query.without) == ((), (whole("nights"),), ())
    assert not query.can_be_asked
    assert not query.is_empty


def test_a_filter_is_told_its_values_for_one_day_and_without_a_team() -> None:
    reader = Reader(PACK, dt.date(2026, 11, 24))
    said = [one.said for one in reader.read("day:x from:… ").unclear]
    assert said == [
        "day: goes with a day of the inspection, day:1, or a date, as day:24-11",
        "from: goes with a role, as from:governors, or with who wrote it",
    ]


@pytest.mark.parametrize(
    ("typed", "as_words"),
    [("what it is: poor", ()), ("seen in: ", ("in",)), ("colour:red nights", ("colour:red",)), ("10:15", ())],
)
def test_a_colon_in_the_midst_of_words_is_no_filter(typed: str, as_words: tuple[str, ...]) -> None:
    query = READER.read(typed)
    assert bool(query.unclear) == (as_words == ("in",)), "the value may be yet to come"
    assert query.as_words == (as_words if as_words != ("in",) else ())


@pytest.mark.parametrize(
    ("typed", "is_node", "said"),
    [
        ("W1.1", True, ""),
        ("#w1.", True, ""),
        ("w1e2", True, ""),
        ("W1.E", False, ""),
        ("W1.E2 nights", False, ""),
        ("s117", False, ""),
        ("W9", True, "There is no W9. The framework has only W1."),
        ("w9e1", True, "There is no W9.E1. The framework has only W1."),
        ("W1.7", True, "There is no W1.7. In W1 there are W1.1 and W1.E1 to W1.E2."),
        ("W1.E2.7", True, "There is no W1.E2.7. In W1.E2 there is W1.E2.1."),
        ("W1.1.7", True, "There is no W1.1.7. W1.1 has no parts of its own."),
    ],
)
def test_an_id_that_nothing_has_is_known(typed: str, is_node: bool, said: str) -> None:
    query = READER.read(typed)
    assert (query.is_node, query.no_such_node) == (is_node, said)


def test_from_somebody_unknown_says_what_goes_with_it() -> None:
    assert READER.read("from:nobody").from_goes_with.startswith("from: goes with a role")
    assert READER.read("from:ceo").from_goes_with == ""


def test_a_day_beyond_the_calendar_is_unclear() -> None:
    assert Reader(PACK, dt.date.max).read("day:2").unclear != ()


def test_a_day_of_a_month_is_the_one_nearest_to_the_inspection() -> None:
    reader = Reader(PACK, dt.date(2026, 1, 5))
    assert reader.read("day:29-12").marks == (Mark(("day20251229",)),)


def test_another_name_finds_what_it_is_called_elsewhere_both_ways() -> None:
    (term,) = READER.read("ICB ").terms
    assert Phrase(("ccg",)) in term.others
    assert Phrase(("clinical", "commissioning", "group")) in term.others
    (back,) = READER.read("clinical commissioning group ").terms
    assert [phrase.words[0] for phrase in back.own] == ["clinical", "commissioning", "group"]
    assert Phrase(("icb",)) in back.others


def test_other_names_are_found_in_the_midst_of_other_words_in_the_plural_and_not_in_quotes() -> None:
    first, second, third = READER.read("our CCGs fund").terms
    assert (first.others, third.others) == ((), ())
    assert Phrase(("icb",)) in second.others
    assert READER.read('"ICB" ').terms == (whole("ICB"),)
    assert Phrase(("kpi",)) in READER.read("KPIs ").terms[0].others


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("S-03 l.27", Named("line", 3, 27)),
        ("s3 l27", Named("line", 3, 27)),
        ("S-03.27", Named("line", 3, 27)),
        ("S-03", Named("session", 3)),
        ("e14", Named("entry", 14)),
        (" R-007 ", Named("request", 7)),
        ("S 99", Named("session", 99)),
        ("S‑03 l.27", Named("line", 3, 27)),
        ("S-03 nights", None),
        ("x-14", None),
    ],
)
def test_a_number_names_one_thing(typed: str, named: Named | None) -> None:
    assert READER.read(typed).named == named


def test_nothing_typed_is_nothing_to_look_for() -> None:
    assert READER.read('  … -- "" ').is_empty
    assert not READER.read("-x").is_empty


def test_a_pack_without_aliases_will_do() -> None:
    assert Reader(tiny_pack(), dt.date(2026, 11, 24)).read("ICB ").terms == (whole("ICB"),)


words_and_signs = some.text(max_size=60) | some.lists(
    some.sampled_from(['"', "-", "in:", "from:", "day:", "is:claim", "type:said", "(", ")", "*", "^", "OR", " ", "a", "\0"]),
    max_size=20,
).map("".join)  # fmt: skip


@given(words_and_signs)
def test_whatever_is_typed_is_read_and_only_letters_and_figures_are_looked_for(typed: str) -> None:
    query = READER.read(typed)
    phrases = [*query.without, *(one for term in query.terms for one in (*term.own, *term.others))]
    assert all(word.isalnum() for phrase in phrases for word in phrase.words)
    assert all(phrase.words for phrase in phrases)
    marks = [mark for one in (*query.marks, *query.without_marks) for mark in (*one.exact, *one.beginnings)]
    assert all(mark.isalnum() and mark.isascii() for mark in marks)


def test_a_whole_page_pasted_is_looked_for_as_far_as_its_beginning() -> None:
    assert sum(len(term.own[0].words[0]) for term in READER.read("word " * 10_000).terms) < MOST_LETTERS


def test_nodes_and_roles_are_found_without_the_record() -> None:
    known = KnownThings(PACK)
    assert [one.id for one in known.nodes(READER.read("W1.E2"))][:1] == ["W1.E2"]
    assert [one.id for one in known.roles(READER.read("CEO"))] == ["chief-executive"]
    assert known.roles(READER.read("sample"), 1) == (Thing("governors", "a sample of governors"),)


@pytest.mark.parametrize("typed", ["in:W1 leaders", "leaders -x", "leaders -in:W1"])
def test_a_query_with_marks_is_about_the_record(typed: str) -> None:
    known = KnownThings(PACK)
    assert (known.nodes(READER.read(typed)), known.roles(READER.read(typed))) == (NodesFound(), ())


def ids(typed: str, limit: int = 8) -> tuple[list[str], ...]:
    """Of the nodes that have the very words, of those that have them begun, of those that are near, and that have only some."""
    found = KnownThings(PACK).nodes(READER.read(typed), limit)
    return tuple([one.id for one in part] for part in (found.whole, found.begun, found.near, found.some))


@pytest.mark.parametrize(
    ("typed", "whole", "begun", "near", "some"),
    [
        ("board", ["W1.E1"], [], [], []),
        ("the boa", [], ["W1.E1"], [], []),
        ("inter boar", [], ["W1.E1"], [], []),
        ("inter b", [], [], ["W1.E1"], []),  # one letter begins too much
        ("board S-03", [], [], [], []),
        ("leaders", ["W1.1"], ["W1"], [], []),  # leadership only begins so
        ("the boarf", [], [], ["W1.E1"], []),
        ("boat", [], [], [], []),  # a word of four letters is taken for no other
        ("the boat", [], [], [], ["W1", "W1.E1"]),
        ("leadership plan", [], [], [], ["W1"]),
        ("leaderssship", [], [], ["W1"], []),
        ("the leaderssship", [], [], [], ["W1", "W1.E1"]),  # two slips in one of several words are too many
        ("w1e2", ["W1.E2", "W1.E2.1"], [], [], []),
        ("W1.1", ["W1.1"], [], [], []),
        ("W1.7", [], [], [], []),
        ("S-1", [], [], [], []),
        ('"the board"', ["W1.E1"], [], [], []),
        ('"the boa', [], ["W1.E1"], [], []),
        ('"board the"', [], [], [], []),
        ('"the boarf"', [], [], [], []),
        ("…", [], [], [], []),
    ],
)
def test_nodes_with_the_very_words_are_told_from_those_that_are_only_near(
    typed: str, whole: list[str], begun: list[str], near: list[str], some: list[str]
) -> None:
    assert ids(typed) == (whole, begun, near, some)


def test_of_nodes_found_those_with_the_very_words_are_kept_where_there_is_room_for_few() -> None:
    assert ids("leaders", 1) == (["W1.1"], [], [], [])
    assert ids("the", 2) == (["W1", "W1.E1"], [], [], [])
    assert ids("leadership boarf") == ([], [], [], ["W1", "W1.E1"])
    assert ids("leadership boarf", 1) == ([], [], [], ["W1"])
    assert ids("w1", 2) == (["W1", "W1.1"], [], [], [])


def test_a_word_is_taken_for_a_slip_only_where_it_is_found_nowhere() -> None:
    nodes = KnownThings(PACK).nodes(READER.read("the boarf"))
    assert (nodes.slips, nodes.meant) == (("boarf",), ("board",))
    assert [one.id for one in nodes.near_where(["Boarf"])] == ["W1.E1"]
    assert nodes.near_where(["the"]) == ()
    assert snippet("The board sits.", READER.read("the boarf"), also=nodes.meant).marked == ((0, 3), (4, 9))


def test_of_the_words_those_that_the_framework_has_are_known() -> None:
    query = READER.read("board zebra leadr ")
    assert KnownThings(PACK).words_in(query) == ("board",)


def test_every_hit_comes_before_those_that_have_only_some_of_the_words() -> None:
    assert [one.id for one in KnownThings(PACK).nodes(READER.read("leaders"))] == ["W1.1", "W1"]


def test_a_query_knows_how_its_marks_were_typed() -> None:
    assert READER.read('-day:1 night IN:w1 from:"a. b" is:claim').marks_typed == ("IN:w1", 'from:"a. b"', "is:claim")


def test_a_query_knows_whether_words_of_it_are_quoted() -> None:
    assert READER.read('night "cover').quoted
    assert not READER.read('night -"in cover"').quoted
    assert not READER.read("night cover").quoted


def test_commands_are_found_by_the_words_of_their_names() -> None:
    commands = Things([Thing("end", "End the session"), Thing("new", "New session"), Thing("none", "…")])
    assert [one.id for one in commands.find("ses")] == ["end", "new"]
    assert [one.id for one in commands.find("new se")] == ["new"]
    assert [one.id for one in commands.find("session n")] == ["new"]
    assert commands.find(" ") == ()
    assert commands.find("e", 1) == (Thing("end", "End the session"),)
    assert Query().is_empty
