"""Finding things from the command line."""

import pytest

from tests.e2e.cli.program import Program
from wellled_desktop.cli.exits import WRONG_USAGE
from wellled_desktop.inspection.read_models.found import FoundItem


@pytest.fixture
def written(wellled: Program, inspection: str, session: str) -> str:
    wellled("line", "add", inspection, session, "Nights are covered by the ICB.", "--tag", "W3.2").done()
    wellled("line", "add", inspection, session, "Nights are short.", "--concern").done()
    wellled("line", "retract", inspection, f"{session}.2", "--reason", "misheard").done()
    wellled("request", "make", inspection, "The rota of the nights").done()
    return inspection


def test_things_are_found_by_their_words_and_listed_with_their_numbers(wellled: Program, written: str) -> None:
    heads, *rows = wellled("find", written, "nights").done().lines
    assert heads.split("\t") == ["Kind", "Number", "When", "Text"]
    found = [(row.split("\t")[1], row.split("\t")[3]) for row in rows if row.split("\t")[0] in ("line", "request")]
    assert found == [
        ("R-001", "The rota of the nights"),
        ("S-01 l.1", "Nights are covered by the ICB."),
        ("S-01 l.2", "[retracted] Nights are short."),
    ]


def test_marks_and_words_to_leave_out_are_understood(wellled: Program, written: str) -> None:
    def lines(*words: str) -> list[str]:
        items = wellled("find", written, *words, "--json").done().json["items"]
        return [one["ref"] for one in items if one["kind"] == "line"]

    assert lines("CCG", "in:W3") == ["S-01 l.1"]
    assert lines("nights", "-ICB") == ["S-01 l.2"]
    assert lines('"nights are" is:concern') == ["S-01 l.2"]
    assert lines("S-01", "l.2") == ["S-01 l.2"]


def test_the_framework_and_its_roles_are_found(wellled: Program, written: str) -> None:
    assert wellled("find", written, "W3.2", "--json").done().json["nodes"][0]["id"] == "W3.2"
    assert wellled("find", written, "ceo", "--json").done().json["roles"] == [
        {"id": "chief-executive", "name": "chief executive"}
    ]
    shown = wellled("find", written, "CEO").done().out
    assert "role\tchief-executive\t\tchief executive\n" in shown


def test_the_framework_goes_first_only_where_it_has_the_very_words(wellled: Program, written: str) -> None:
    def kinds(*words: str) -> list[str]:
        rows = wellled("find", written, *words).done().lines[1:]
        return list(dict.fromkeys(row.split("\t")[0] for row in rows))

    wellled("line", "add", written, "S-01", "The board is covered by night.").done()
    assert kinds("board") == ["framework", "line"]
    assert kinds("boar") == ["line", "framework"]
    assert kinds("board", "covered") == ["line"]
    assert kinds('"covered board"') == []


def test_the_fields_are_those_of_the_read_model(wellled: Program, written: str) -> None:
    found = wellled("find", written, "nights", "--most", "1", "--json").done()
    assert set(found.json) == {"items", "more", "nodes", "roles"}
    assert [set(one) for one in found.json["items"]] == [set(FoundItem.__struct_fields__)]
    assert found.json["more"]
    ran = wellled("find", written, "nights", "--most", "1")
    assert (ran.status, ran.err[:29]) == (0, "There is more than this; --mo")


def test_a_name_is_neither_found_nor_printed(wellled: Program, written: str) -> None:
    ran = wellled("find", written, "Invented").done()
    assert ran.out == "Nothing was found. Fewer words, or only how they begin, may find more.\n"


def test_what_was_not_understood_and_why_nothing_was_found_is_said(wellled: Program, written: str) -> None:
    ran = wellled("find", written, "type:sayd", "nights", "--json")
    assert (ran.status, ran.json["items"]) == (0, [])
    assert ran.err == "type: goes with said, seen, read, data or inference.\n"
    nothing = wellled("find", written, "from:nobody", "nights").done().out
    assert nothing.startswith("Nothing was found. No role of the framework is called nobody")
    day = wellled("find", written, "day:99").done().out
    assert "nothing in the record is of that day: this inspection has" in day


def test_no_word_at_all_is_wrong_usage(wellled: Program, written: str) -> None:
    ran = wellled("find", written, "…")
    assert (ran.status, ran.out) == (WRONG_USAGE, "")
    assert ran.err == "There is no word to look for in this.\n"
