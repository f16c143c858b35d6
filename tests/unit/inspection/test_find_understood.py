"""What is said of how a text was understood, and of why nothing was found."""

import datetime as dt

import pytest

from tests.store.packs import tiny_pack
from wellled_desktop.inspection.find.typed import Reader
from wellled_desktop.inspection.find.understood import said_of, why_nothing
from wellled_desktop.inspection.read_models.found import Found, NoSuchThing

READER = Reader(tiny_pack(), dt.date(2026, 11, 24))
DAYS = 3


def why(typed: str, *carried_by_nothing: str, lacking: tuple[str, ...] = (), days: int = DAYS) -> str:
    return why_nothing(READER.read(typed), Found(carried_by_nothing=carried_by_nothing, lacking=lacking), days)


def test_what_is_looked_for_as_words_though_it_looks_like_a_filter_is_said() -> None:
    assert said_of(READER.read("night cover"), Found()) == ()
    assert said_of(READER.read("colour:red a:b c:d"), Found()) == (
        "“colour:red” is looked for as words.",
        "“a:b” is looked for as words.",
    )
    assert said_of(READER.read("colour:red is:foo "), Found()) == ()


def test_nothing_is_looked_for_while_a_filter_says_nothing() -> None:
    assert why("type:sayd nights") == (
        "type: goes with said, seen, read, data or inference. Nothing is looked for until type:sayd is put right."
    )
    assert why("is:a -is:b") == (
        "is: goes with claim, concern, strength or retracted. Nothing is looked for until is:a and -is:b are put right."
    )


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (NoSuchThing("session", "S-99", "S-01", "S-38"), "There is no S-99. The sessions go from S-01 to S-38."),
        (NoSuchThing("session", "S-99", "S-01", "S-01"), "There is no S-99. The only session is S-01."),
        (NoSuchThing("session", "S-99"), "There is no S-99. There are no sessions yet."),
        (NoSuchThing("entry", "E-999", "E-001", "E-061"), "There is no E-999. The evidence goes from E-001 to E-061."),
        (NoSuchThing("entry", "E-999", "E-001", "E-001"), "There is no E-999. The only evidence entry is E-001."),
        (NoSuchThing("entry", "E-999"), "There is no E-999. There is no evidence yet."),
        (NoSuchThing("request", "R-999", "R-001", "R-003"), "There is no R-999. The requests go from R-001 to R-003."),
        (NoSuchThing("request", "R-999", "R-001", "R-001"), "There is no R-999. The only request is R-001."),
        (
            NoSuchThing("line", "S-03 l.9999", "l.1", "l.141", of="S-03"),
            "There is no S-03 l.9999. The lines of S-03 go from l.1 to l.141.",
        ),
        (
            NoSuchThing("line", "S-03 l.2", "l.1", "l.1", of="S-03"),
            "There is no S-03 l.2. The only line of S-03 is l.1.",
        ),
        (NoSuchThing("line", "S-03 l.2", of="S-03"), "There is no S-03 l.2. There are no lines of S-03 yet."),
    ],
)
def test_of_a_number_that_nothing_has_it_is_said_which_there_are(missing: NoSuchThing, said: str) -> None:
    query = READER.read(missing.ref)
    assert why_nothing(query, Found(no_such=missing), DAYS) == said
    assert said_of(query, Found(no_such=missing)) == (said,), "though there may be words like it"


def test_of_an_id_that_nothing_has_it_is_said_which_there_are() -> None:
    assert why("W9") == "There is no W9. The framework has only W1."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "day:9",
            "day:9 is Wed 2 December, and nothing in the record is of that day: this inspection has 3 days",
        ),
        ("day:2", "day:2 is Wed 25 November, and nothing in the record is of that day"),
        ("day:24-12", "day:24-12 is Thu 24 December, and nothing in the record is of that day"),
        ("in:w1", "Nothing in the record is linked to w1"),
        ("from:governors", "Nothing in the record is from governors yet"),
        (
            "from:nobody",
            "No role of the framework is called nobody, and nobody called so has written anything here. "
            "from: goes with a role, as from:governors, or with who wrote it",
        ),
        (
            'FROM:"no body"',
            "No role of the framework is called no body, and nobody called so has written anything here. "
            "from: goes with a role, as from:governors, or with who wrote it",
        ),
        ("type:inference", "Nothing in the record is marked type:inference"),
        ("is:claim", "Nothing in the record is marked is:claim"),
    ],
)
def test_a_mark_that_nothing_carries_is_named(typed: str, said: str) -> None:
    assert why(f"{typed} night", typed) == f"Nothing was found. {said}."


def test_every_mark_that_nothing_carries_is_named() -> None:
    assert why("is:claim in:W1 day:1", "is:claim", "in:W1") == (
        "Nothing was found. Nothing in the record is marked is:claim. Nothing in the record is linked to W1."
    )
    assert why("day:9", "day:9", days=1).endswith("this inspection has 1 day.")


@pytest.mark.parametrize(
    ("typed", "lacking", "said"),
    [
        ("night xyzzy", ("xyzzy",), "Nothing here has “xyzzy”."),
        ("xyzzy plugh plover", ("xyzzy", "plugh", "plover"), "Nothing here has “xyzzy”, “plugh” or “plover”."),
        ("colour:red", ("colour red",), "Nothing here has “colour:red”. “colour:red” is looked for as words."),
        ("see S-03", ("S 03",), "Nothing here has “S-03”."),
        ("cafe\u0301 nights", ("café",), "Nothing here has “café”."),
        ("night cover", (), "Nothing has all of these words at once."),
        ("night", (), ""),
        ("night in:W1", (), "Nothing has all of this at once."),
        ("night -cover", (), "Whatever has the rest has what is to be left out."),
        ("night -in:W1", (), "Whatever has the rest has what is to be left out."),
    ],
)
def test_where_nothing_is_found_it_is_said_why(typed: str, lacking: tuple[str, ...], said: str) -> None:
    assert why(typed, lacking=lacking) == f"Nothing was found. {said}".strip()


def test_words_that_are_elsewhere_are_not_lacking() -> None:
    found = Found(lacking=("night", "xyzzy"))
    assert (
        why_nothing(READER.read("night xyzzy"), found, DAYS, ("night",))
        == "Nothing was found. Nothing here has “xyzzy”."
    )
