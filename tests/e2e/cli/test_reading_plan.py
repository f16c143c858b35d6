"""The reading plan and citations from the command line."""

import io
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from tests.e2e.cli.program import Program
from tests.ui.evidence.document.papers import pdf_pages


@pytest.fixture
def entry(wellled: Program, inspection: str) -> str:
    """The number of an entry."""
    return wellled("evidence", "record", inspection, "Board pack").done().out.split()[0]


def test_a_pack_is_split_among_the_team_and_each_says_how_far_they_are(
    wellled: Program, inspection: str, entry: str
) -> None:
    reading = ("evidence", "reading")
    nothing = wellled(*reading, "list", inspection).done().out
    assert nothing.startswith("No reading is planned")
    split = wellled(*reading, "split", inspection, entry, "1-300", "A. Inspector, B. Second, C. Third", "--json")
    assert split.err == (
        "“B. Second” and “C. Third” are not in the team of this inspection; the reading plan has the names as they were "
        "typed.\n"
    )
    parts = [msgspec.json.decode(line) for line in split.lines]
    assert [one["pages"] for one in parts] == ["p. 1–100", "p. 101–200", "p. 201–300"]
    part = parts[0]["id"]
    assert wellled(*reading, "set", inspection, part[:8], "read").status == 2, "they begin alike"
    ran = wellled(*reading, "plan", inspection, entry, "301", "--reader", "B.  Second")
    assert ran.err.startswith("“B. Second” is not in the team of this inspection; ")
    single = ran.out.split(maxsplit=1)
    assert single[1] == "E-001 p. 301 B. Second\n"
    assert wellled(*reading, "set", inspection, part, "reading").done().out == "E-001 p. 1–100 is now: reading\n"
    assert wellled(*reading, "set", inspection, part, "reading").done().out == "E-001 p. 1–100 was already so\n"
    changed = wellled(*reading, "change", inspection, part, "--pages", "1-80", "--reader", "")
    assert (changed.done().out, changed.err) == ("E-001 p. 1–100 changed\n", "")
    assert wellled(*reading, "withdraw", inspection, single[0], "--json").done().json == {
        "id": single[0],
        "changed": True,
    }
    listed = wellled(*reading, "list", inspection, entry, "--withdrawn", "--json").done().json
    assert [(one["pages"], one["reader"], one["state"]) for one in listed] == [
        ("p. 1–80", "", "reading"),
        ("p. 101–200", "B. Second", "to read"),
        ("p. 201–300", "C. Third", "to read"),
        ("p. 301", "B. Second", "to read"),
    ]
    line = wellled(*reading, "list", inspection, "--reader", "b. second").done().out.splitlines()
    assert [row.split("\t")[:5] for row in line[1:]] == [["E-001", "Board pack", "p. 101–200", "B. Second", "to read"]]
    assert wellled(*reading, "return", inspection, single[0]).done().out == "E-001 p. 301 put back\n"


def test_of_an_entry_with_several_files_one_is_named(
    wellled: Program, inspection: str, entry: str, tmp_path: Path
) -> None:
    for folder, name in (("first", "pack.pdf"), ("second", "Pack.pdf"), ("second", "annex.pdf")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_bytes(f"{folder} {name}".encode())
    wellled("evidence", "attach", inspection, entry, str(tmp_path / "first"), str(tmp_path / "second")).done()
    reading = ("evidence", "reading")
    planned = wellled(*reading, "plan", inspection, entry, "1-80", "--file", "ANNEX.pdf").done().out
    assert planned.split(maxsplit=1)[1] == "E-001 p. 1–80 of “annex.pdf”\n"
    split = wellled(*reading, "split", inspection, entry, "1-4", "2", "--file", "annex.pdf", "--json")
    assert split.err == "Already on the plan, and now there twice: p. 1–2 (nobody yet), p. 3–4 (nobody yet).\n"
    assert {msgspec.json.decode(line)["file"] for line in split.lines} == {"annex.pdf"}
    rows = wellled(*reading, "list", inspection).done().out.splitlines()[1:]
    assert [row.split("\t")[2] for row in rows] == [
        "p. 1–2 of “annex.pdf”",
        "p. 1–80 of “annex.pdf”",
        "p. 3–4 of “annex.pdf”",
    ]
    for called, status, sentence in (("other.pdf", 3, "has no file “other.pdf”"), ("pack.pdf", 2, "has 2 files")):
        ran = wellled(*reading, "plan", inspection, entry, "1-80", "--file", called)
        assert ran.status == status
        assert sentence in ran.err


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("split", "e1", "300-1", "2"), 1, "the last is not before it"),
        (("plan", "e1", "eighty"), 1, "Type the pages as 1-80"),
        (("plan", "e9", "1-80"), 3, "no evidence entry"),
        (("set", "nowhere", "read"), 3, "no part “nowhere” on the reading plan"),
        (("change", "nowhere"), 2, "Say what to change"),
    ],
)
def test_what_cannot_be_planned_is_told_in_a_sentence(
    wellled: Program, inspection: str, entry: str, arguments: tuple[str, ...], status: int, sentence: str
) -> None:
    command, *rest = arguments
    ran = wellled("evidence", "reading", command, inspection, *rest)
    assert ran.status == status
    assert sentence in ran.err


def test_an_entry_is_cited_and_the_session_for_it_is_begun_once(wellled: Program, inspection: str, entry: str) -> None:
    cited = wellled(
        "cite", inspection, entry, "--page", "214", "--paragraph", "3", "--quote", "Vacancies  fell.", "--tag", "w4.e7"
    )
    assert cited.done().out.startswith("S-01 l.1 ")
    assert wellled("cite", inspection, "e1").done().out.startswith("S-01 l.2 ")
    first, second = wellled("line", "list", inspection, "--json").done().json
    assert (first["text"], first["line_type"], first["tags"]) == (
        "E-001 p. 214 ¶ 3: “Vacancies fell.”",
        "read",
        ["W4.E7"],
    )
    assert second["text"] == "E-001"
    (session,) = wellled("session", "list", inspection, "--json").done().json
    assert (session["kind"], session["roles"], session["title"]) == ("observation", [], "Reading")


def test_a_page_beyond_the_end_of_the_reading_plan_is_not_cited_unless_asked_for(
    wellled: Program, inspection: str, entry: str
) -> None:
    wellled("evidence", "reading", "split", inspection, entry, "1-411", "2").done()
    assert wellled("cite", inspection, entry, "--page", "999").failed(2) == (
        "The reading plan of E-001 ends at p. 411, so there is no p. 999 to cite. "
        "Nothing was written; with --anyway it is written as it is."
    )
    assert wellled("line", "list", inspection, "--json").done().json == []
    wellled("cite", inspection, entry, "--page", "411").done()
    wellled("cite", inspection, entry, "--page", "999", "--anyway").done()
    written = wellled("line", "list", inspection, "--json").done().json
    assert [one["text"] for one in written] == ["E-001 p. 411", "E-001 p. 999"]


def test_what_is_attached_counts_its_own_pages_whatever_the_reading_plan_says(
    wellled: Program, inspection: str, entry: str, papers: Path
) -> None:
    wellled("evidence", "reading", "plan", inspection, entry, "1").done()
    wellled("cite", inspection, entry, "--page", "2").done()
    assert "“plan.pdf” has 2 pages" in wellled("cite", inspection, entry, "--page", "3").failed(2)


def test_an_entry_that_was_retracted_is_not_cited_and_no_session_is_begun(
    wellled: Program, inspection: str, entry: str
) -> None:
    wellled("evidence", "retract", inspection, entry, "--reason", "twice").done()
    ran = wellled("cite", inspection, entry)
    assert ran.status == 1
    assert "E-001 is retracted, so it was not cited" in ran.err
    assert wellled("cite", inspection, "e9").status == 3
    assert wellled("session", "list", inspection, "--json").done().json == []


@pytest.fixture
def papers(wellled: Program, inspection: str, entry: str, tmp_path: Path) -> Path:
    """A PDF of two pages attached, and an annex beside it that is not."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "plan.pdf").write_bytes(pdf_pages("page one", "page two"))
    (folder / "annex.pdf").write_bytes(pdf_pages("an annex"))
    wellled("evidence", "attach", inspection, entry, str(folder / "plan.pdf")).done()
    return folder


def test_pages_that_the_file_has_not_are_not_planned(
    wellled: Program, inspection: str, entry: str, papers: Path
) -> None:
    reading = ("evidence", "reading")
    told = "“plan.pdf” has 2 pages, so it has no page 900 to read; nothing was recorded."
    assert wellled(*reading, "plan", inspection, entry, "1-900").failed(1) == told
    part = wellled(*reading, "plan", inspection, entry, "1-2").done().out.split()[0]
    assert wellled(*reading, "change", inspection, part, "--pages", "2-900").failed(1) == told
    wellled(*reading, "change", inspection, part, "--pages", "2").done()
    wellled("evidence", "read-documents", inspection).done()
    assert wellled(*reading, "split", inspection, entry, "1-900", "3").failed(1) == told
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more\n")
    wellled("evidence", "attach", inspection, entry, str(papers / "broken.pdf")).done()
    wellled(*reading, "plan", inspection, entry, "1-900", "--file", "broken.pdf").done()


def test_pages_that_somebody_was_given_before_are_told(wellled: Program, inspection: str, entry: str) -> None:
    reading = ("evidence", "reading")
    wellled(*reading, "plan", inspection, entry, "1-10", "--reader", "A. Inspector").done()
    ran = wellled(*reading, "plan", inspection, entry, "10-20")
    assert (ran.status, ran.err) == (0, "Already on the plan, and now there twice: p. 10 (A. Inspector).\n")
    part = ran.out.split()[0]
    wellled(*reading, "change", inspection, part, "--pages", "11-20").done()
    ran = wellled(*reading, "change", inspection, part, "--pages", "9-20")
    assert ran.err == "Already on the plan, and now there twice: p. 9–10 (A. Inspector).\n"


def test_a_page_that_is_not_in_the_document_is_not_cited(
    wellled: Program, inspection: str, entry: str, papers: Path
) -> None:
    words = wellled("cite", inspection, entry, "--page", "214").failed(2)
    assert words == (
        "“plan.pdf” has 2 pages, so there is no page 214 in it. Nothing was written; with --anyway it is written as it is."
    )
    wellled("cite", inspection, entry, "--page", "2").done()
    (line,) = wellled("line", "list", inspection, "--json").done().json
    assert line["text"] == "E-001 p. 2"


def test_a_paragraph_and_a_quote_that_are_not_there_are_not_cited_unless_asked_for(
    wellled: Program, inspection: str, entry: str, papers: Path
) -> None:
    told = wellled("cite", inspection, entry, "--page", "2", "--paragraph", "9").failed(2)
    assert told.startswith("There is 1 paragraph on page 2 of “plan.pdf”, so there is no ¶ 9. Nothing was written; ")
    told = wellled("cite", inspection, entry, "--page", "1", "--quote", "Page  two").failed(2)
    assert told.startswith("“Page two” does not stand on page 1 of “plan.pdf”; it stands on page 2.")
    told = wellled("cite", inspection, entry, "--quote", "page seven").failed(2)
    assert told.startswith("“page seven” stands nowhere in “plan.pdf”.")
    assert wellled("line", "list", inspection, "--json").done().json == []
    wellled("cite", inspection, entry, "--page", "2", "--paragraph", "1", "--quote", "PAGE-two").done()
    wellled("cite", inspection, entry, "--page", "99", "--quote", "as we read it", "--anyway").done()
    wellled("cite", inspection, entry, "--paragraph", "3").done()
    assert [one["text"] for one in wellled("line", "list", inspection, "--json").done().json] == [
        "E-001 p. 2 ¶ 1: “PAGE-two”",
        "E-001 p. 99: “as we read it”",
        "E-001 ¶ 3",
    ]


def test_a_quote_is_looked_up_in_a_document_without_pages_and_in_a_picture_it_cannot_be(
    wellled: Program, inspection: str, entry: str, tmp_path: Path
) -> None:
    (tmp_path / "rota.txt").write_bytes(b"wards\nbeds\n")
    wellled("evidence", "attach", inspection, entry, str(tmp_path / "rota.txt")).done()
    wellled("evidence", "read-documents", inspection).done()
    assert "There are 2 paragraphs in “rota.txt”" in wellled("cite", inspection, entry, "--paragraph", "3").failed(2)
    wellled("cite", inspection, entry, "--paragraph", "2", "--quote", "beds").done()
    (tmp_path / "ward.png").write_bytes(picture())
    wellled("evidence", "attach", inspection, entry, str(tmp_path / "ward.png")).done()
    ran = wellled("cite", inspection, entry, "--file", "ward.png", "--quote", "beds")
    assert (ran.status, ran.err) == (
        0,
        "The words of “ward.png” could not be read, so what is cited was not checked.\n",
    )


def picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (8, 8)).save(made, "PNG")
    return made.getvalue()


def test_of_an_entry_with_several_files_it_is_said_which_one_is_cited(
    wellled: Program, inspection: str, entry: str, papers: Path
) -> None:
    wellled("evidence", "attach", inspection, entry, str(papers / "annex.pdf")).done()
    assert "E-001 has 2 files: say with --file" in wellled("cite", inspection, entry, "--page", "1").failed(2)
    assert "E-001 has no file “nope.pdf”" in wellled("cite", inspection, entry, "--file", "nope.pdf").failed(3)
    assert "has 1 page, so" in wellled("cite", inspection, entry, "--file", "annex.pdf", "--page", "2").failed(2)
    wellled("cite", inspection, entry, "--file", "Plan.pdf", "--page", "2", "--paragraph", "1").done()
    wellled("cite", inspection, entry).done()
    named, whole = wellled("line", "list", inspection, "--json").done().json
    assert (named["text"], whole["text"]) == ("E-001 “plan.pdf” p. 2 ¶ 1", "E-001")


def test_a_page_is_that_of_the_only_pdf_and_of_what_cannot_be_read_any_page_is_taken(
    wellled: Program, inspection: str, entry: str, papers: Path
) -> None:
    (papers / "rota.csv").write_bytes(b"ward,beds\n")
    wellled("evidence", "attach", inspection, entry, str(papers / "rota.csv")).done()
    wellled("cite", inspection, entry, "--page", "1").done()
    wellled("cite", inspection, entry, "--page", "7", "--file", "rota.csv").done()
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more\n")
    wellled("evidence", "attach", inspection, entry, str(papers / "broken.pdf")).done()
    ran = wellled("cite", inspection, entry, "--page", "7", "--file", "broken.pdf")
    assert ran.status == 0
    assert ran.err == "“broken.pdf” could not be read, so what is cited was not checked.\n"
    assert [one["text"] for one in wellled("line", "list", inspection, "--json").done().json] == [
        "E-001 “plan.pdf” p. 1",
        "E-001 “rota.csv” p. 7",
        "E-001 “broken.pdf” p. 7",
    ]


def test_a_session_that_was_signed_off_is_written_in_only_when_it_is_named_and_then_it_is_told(
    wellled: Program, inspection: str, entry: str
) -> None:
    wellled("cite", inspection, entry).done()
    wellled("session", "end", inspection, "s1").done()
    wellled("session", "sign-off", inspection, "s1").done()
    other = wellled("cite", inspection, entry).done()
    assert (other.out.split()[0], other.err) == ("S-02", "")
    named = wellled("cite", inspection, entry, "--session", "s1")
    assert named.out.startswith("S-01 l.2 ")
    assert named.err == "S-01 was signed off before; it now says that it was changed since.\n"


def test_a_citation_with_an_unknown_tag_begins_no_session(wellled: Program, inspection: str, entry: str) -> None:
    assert wellled("cite", inspection, entry, "--tag", "w99").status == 3
    assert wellled("session", "list", inspection, "--json").done().json == []
    assert wellled("cite", inspection, entry, "--session", "s7").status == 3
