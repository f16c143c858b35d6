"""Finding things from the command line."""

from pathlib import Path

import pytest

from tests.e2e.cli.program import Program
from wellled_desktop.cli.exits import NOT_FOUND, WRONG_USAGE
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
    assert set(found.json) == {"items", "more", "nodes", "near", "roles", "team", "explanation"}
    assert [set(one) for one in found.json["items"]] == [set(FoundItem.__struct_fields__)]
    assert found.json["more"]
    ran = wellled("find", written, "nights", "--most", "1")
    assert (ran.status, ran.err[:29]) == (0, "There is more than this; --mo")


def test_a_name_is_neither_found_nor_printed(wellled: Program, written: str) -> None:
    ran = wellled("find", written, "Invented").done()
    assert ran.out == "Nothing was found. Nothing here has “Invented”.\n"


def test_so_many_at_most_are_all_together(wellled: Program, written: str) -> None:
    for number in range(12):
        wellled("line", "add", written, "S-01", f"The board on night {number}.").done()
    everything = wellled("find", written, "board").done().lines[1:]
    assert {row.split("\t")[0] for row in everything} == {"framework", "line"}
    for most in (1, 2, 3, 9, len(everything) - 1):
        rows = wellled("find", written, "board", "--most", str(most)).lines[1:]
        assert len(rows) == most
        assert rows[-1].startswith("line")
        found = wellled("find", written, "board", "--most", str(most), "--json").done().json
        assert sum(len(found[kind]) for kind in ("items", "nodes", "roles", "team")) == most
        assert found["more"]
    assert wellled("find", written, "board", "--most", "3").lines[1].startswith("framework")


def test_a_number_that_nothing_has_is_told_and_nothing_like_it_is_shown(wellled: Program, written: str) -> None:
    said = "There is no S-99. The only session is S-01."
    assert wellled("find", written, "S-99").failed(NOT_FOUND) == said
    assert wellled("find", written, "S-99", "--json").failed(NOT_FOUND) == said
    assert wellled("find", written, "S-01", "l.99").failed(NOT_FOUND) == (
        "There is no S-01 l.99. The lines of S-01 go from l.1 to l.2."
    )
    assert wellled("find", written, "W99").failed(NOT_FOUND) == "There is no W99. The framework goes from W1 to W8."
    wellled("line", "add", written, "S-01", "Somebody spoke of S-99.").done()
    ran = wellled("find", written, "S-99")
    assert (ran.status, len(ran.lines), ran.err) == (0, 2, f"{said}\n")


def test_a_number_goes_first(wellled: Program, written: str) -> None:
    assert wellled("find", written, "S-01 l.1").done().lines[1].startswith("line\tS-01 l.1\t")
    assert [row.split("\t")[1] for row in wellled("find", written, "W3.2").done().lines[1:]] == ["W3.2"]


def test_a_filter_with_a_value_that_says_nothing_is_wrong_usage_and_says_which_there_are(
    wellled: Program, written: str
) -> None:
    said = wellled("find", written, "is:foo", "nights").failed(WRONG_USAGE)
    assert (
        said == "is: goes with claim, concern, strength or retracted. Nothing is looked for until is:foo is put right."
    )
    assert wellled("find", written, "is:foo", "nights", "--json").failed(WRONG_USAGE) == said
    assert "from W1 to W8" in wellled("find", written, "in:W99").failed(WRONG_USAGE)
    assert "day: goes with" in wellled("find", written, "day:foo").failed(WRONG_USAGE)


def test_a_slip_of_the_keys_is_taken_for_a_word_of_the_framework_only_where_it_is_found_nowhere(
    wellled: Program, written: str
) -> None:
    ran = wellled("find", written, "governence")
    assert (ran.status, ran.err) == (
        0, "Nothing here has “governence”; these parts of the framework have words nearly as typed.\n"
    )  # fmt: skip
    assert {row.split("\t")[0] for row in ran.lines[1:]} == {"framework"}
    assert wellled("find", written, "wren").done().out == "Nothing was found. Nothing here has “wren”.\n"
    assert wellled("find", written, "inspecto", "concern").done().out.startswith("Nothing was found.")
    wellled("line", "add", written, "S-01", "Spelt governence on the door.").done()
    ran = wellled("find", written, "governence").done()
    assert ([row.split("\t")[0] for row in ran.lines[1:]], ran.err) == (["line"], "")


def test_the_roles_of_a_session_are_shown_as_people_call_them(wellled: Program, written: str) -> None:
    rows = wellled("find", written, "chief", "executive").done().lines
    (row,) = [row for row in rows if row.startswith("session")]
    assert "chief executive" in row
    assert "chief-executive" not in row


def test_why_nothing_was_found_is_said(wellled: Program, written: str) -> None:
    nothing = wellled("find", written, "from:nobody", "nights").done().out
    assert nothing.startswith("Nothing was found. No role of the framework is called nobody")
    assert "with who wrote it: " in nothing
    day = wellled("find", written, "day:99").done().out
    assert "nothing in the record is of that day: this inspection has" in day
    found = wellled("find", written, "nights", "qwertyuiop", "--json").done().json
    assert found["explanation"] == "Nothing was found. Nothing here has “qwertyuiop”."
    assert wellled("find", written, "ICB", "strategy", "rota").done().out.startswith("Nothing was found.")
    assert wellled("find", written, "colour:red", "--json").done().json["explanation"].startswith("Nothing was found.")


def test_parts_of_the_framework_with_only_some_of_the_words_are_shown_as_such_and_only_where_nothing_has_all(
    wellled: Program, written: str
) -> None:
    ran = wellled("find", written, "leaders", "quality", "qwertyuiop")
    assert ran.err == (
        "Nothing was found. Nothing here has “qwertyuiop”. These parts of the framework have some of the words:\n"
    )
    assert {row.split("\t")[0] for row in ran.lines[1:]} == {"near"}
    found = wellled("find", written, "leaders", "quality", "qwertyuiop", "--json").done().json
    assert (found["nodes"], found["near"] != []) == ([], True)
    wellled("line", "add", written, "S-01", "Leaders said qwertyuiop of quality.").done()
    found = wellled("find", written, "leaders", "quality", "qwertyuiop", "--json").done().json
    assert (len(found["items"]), found["near"], found["explanation"]) == (1, [], "")


def test_the_team_is_found_by_name_and_by_initials(wellled: Program, written: str) -> None:
    team = wellled("find", written, "inspector", "--json").done().json["team"]
    assert len(team) == 1
    initials = "".join(word[0] for word in team[0]["name"].replace(".", "").split())
    assert wellled("find", written, initials, "--json").done().json["team"] == team
    rows = wellled("find", written, "inspector").done().lines[1:]
    assert rows[0].split("\t")[0] == "team"
    assert rows[0].split("\t")[3].startswith(team[0]["name"])


def test_files_that_are_not_read_yet_are_told_until_they_are(wellled: Program, written: str, tmp_path: Path) -> None:
    wellled("evidence", "record", written, "The rota", "--kind", "document").done()
    file = tmp_path / "rota.txt"
    file.write_text("A narwhal is on nights.", encoding="utf-8")
    wellled("evidence", "attach", written, "E-001", str(file)).done()
    told = "1 file is not read yet, so nothing in it is found; “wellled evidence read-documents” reads it."
    ran = wellled("find", written, "narwhal")
    assert (ran.out, ran.err) == ("Nothing was found. Nothing here has “narwhal”.\n", f"{told}\n")
    assert wellled("find", written, "nights", "--json").done().json["explanation"] == told
    assert wellled("find", written, "is:claim").done().err == "", "what is marked is the record"
    wellled("evidence", "read-documents", written).done()
    ran = wellled("find", written, "narwhal").done()
    assert (len(ran.lines), ran.err) == (2, "")


def test_no_word_at_all_is_wrong_usage(wellled: Program, written: str) -> None:
    ran = wellled("find", written, "…")
    assert (ran.status, ran.out) == (WRONG_USAGE, "")
    assert ran.err == "There is no word to look for in this.\n"
