"""Attaching files to evidence entries, listing them and getting them out again, from the command line."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.e2e.cli.program import PASSPHRASE, Program
from tests.ui.evidence.document.papers import photograph
from wellled_desktop.inspection.commands import RecordEvidence
from wellled_desktop.store.clock import LaptopClock
from wellled_desktop.vault.library import Library

PDF = b"%PDF-1.7\ninvented minutes\n"


@pytest.fixture
def entry(wellled: Program, inspection: str) -> str:
    vault = Library(wellled.library).unlock(PASSPHRASE)
    opened = vault.open_inspection(inspection, LaptopClock())
    opened.store.execute(RecordEvidence("entry-1", "Board papers", "document"))
    opened.close()
    vault.close()
    return "E-001"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "minutes.pdf").write_bytes(PDF)
    (folder / "rota.csv").write_bytes(b"ward,beds\n7,24\n")
    return folder


def test_files_are_attached_listed_and_exported(wellled: Program, inspection: str, entry: str, papers: Path) -> None:
    ran = wellled("evidence", "attach", inspection, "e1", str(papers)).done()
    assert [line.split(maxsplit=1)[1] for line in ran.lines] == ["26 bytes minutes.pdf", "15 bytes rota.csv"]
    listed = wellled("evidence", "attachments", inspection, entry, "--json").done().json
    assert [(one["entry_ref"], one["name"], one["media_type"]) for one in listed] == [
        ("E-001", "minutes.pdf", "application/pdf"),
        ("E-001", "rota.csv", "text/csv"),
    ]
    assert listed[0]["id"] == ran.lines[0].split()[0]
    shown = wellled("evidence", "attachments", inspection).done().lines
    assert shown[0].split("\t") == ["Entry", "Id", "Name", "Kind", "Size", "Added", "By"]
    assert len(shown) == 3
    target = papers.parent / "out"
    target.mkdir()
    told = wellled("evidence", "export-attachment", inspection, listed[0]["id"], str(target), "--json").done().json
    assert told == {"file": str(target / "minutes.pdf"), "size": 26, "sha256": listed[0]["sha256"]}
    assert (target / "minutes.pdf").read_bytes() == PDF


def test_what_is_attached_already_is_told_and_is_no_failure(
    wellled: Program, inspection: str, entry: str, papers: Path
) -> None:
    wellled("evidence", "attach", inspection, entry, str(papers / "minutes.pdf")).done()
    ran = wellled("evidence", "attach", inspection, entry, str(papers), "--json").done()
    assert [line.split('"state":')[1].split(",")[0] for line in ran.lines] == ['"already attached"', '"attached"']


def test_a_file_that_is_left_out_makes_the_command_fail_and_the_others_stay(
    wellled: Program, inspection: str, entry: str, papers: Path
) -> None:
    os.mkfifo(papers / "pipe")
    ran = wellled("evidence", "attach", inspection, entry, str(papers), str(papers / "gone.pdf"))
    assert (ran.status, len(ran.lines)) == (1, 2)
    assert ran.err.splitlines() == [
        "“pipe” is a device, a pipe or a socket and no file, so it was left out.",
        "“gone.pdf” is not there, so it was left out.",
        "2 files were not attached to E-001; the reason for each is above. What is printed as attached is safe.",
    ]
    assert len(wellled("evidence", "attachments", inspection, "--json").done().json) == 2
    one = wellled("evidence", "attach", inspection, entry, str(papers / "pipe"), "--json")
    assert (one.status, len(one.lines)) == (1, 1)
    assert one.err.startswith("1 file was not attached to E-001; the reason is above.")


def test_nothing_attached_is_said_in_a_sentence(wellled: Program, inspection: str) -> None:
    assert wellled("evidence", "attachments", inspection).done().out == (
        "Nothing is attached; “wellled evidence attach” attaches files.\n"
    )


def nothing_wrong(_library: Path, _target: Path) -> None:
    return


def already_there(_library: Path, target: Path) -> None:
    target.write_bytes(b"somebody's")


def damaged(library: Path, _target: Path) -> None:
    for file in library.rglob("attachments/*/*"):
        file.write_bytes(file.read_bytes()[:-1])


@pytest.mark.parametrize(
    ("happened", "attachment", "target", "status", "words"),
    [
        (already_there, "", "copy", 1, "is there already and was left as it is"),
        (damaged, "", "copy", 5, "missing, damaged or not the one that was kept"),
        (nothing_wrong, "", "-", 2, "not to standard output"),
        (nothing_wrong, "", "/dev/null", 1, "is no file"),
        (nothing_wrong, "", "nowhere/copy", 1, "could not be written there"),
        (nothing_wrong, "0000-nothing", "copy", 3, "There is no attachment “0000-nothing”"),
        (nothing_wrong, "01", "copy", 3, "There is no attachment “01”"),
    ],
)
def test_a_copy_that_cannot_be_written_is_one_sentence(
    wellled: Program, inspection: str, entry: str, papers: Path, tmp_path: Path, happened: Callable[[Path, Path], None],
    attachment: str, target: str, status: int, words: str,
) -> None:  # fmt: skip
    attached = wellled("evidence", "attach", inspection, entry, str(papers / "minutes.pdf")).done().out.split()[0]
    happened(wellled.library, tmp_path / "copy")
    place = target if target == "-" else str(tmp_path / target)
    assert words in wellled(
        "evidence", "export-attachment", inspection, attachment or attached, place
    ).failed(status)  # fmt: skip


def test_a_copy_is_written_over_a_file_only_when_forced(
    wellled: Program, inspection: str, entry: str, papers: Path, tmp_path: Path
) -> None:
    attached = wellled("evidence", "attach", inspection, entry, str(papers / "minutes.pdf")).done().out.split()[0]
    (tmp_path / "copy").write_bytes(b"older")
    ran = wellled("evidence", "export-attachment", inspection, attached, str(tmp_path / "copy"), "--force").done()
    assert ran.out.startswith(f"{tmp_path / 'copy'} 26 bytes sha256 ")
    assert (tmp_path / "copy").read_bytes() == PDF


def test_a_beginning_that_fits_several_attachments_is_wrong_usage(
    wellled: Program, inspection: str, entry: str, papers: Path, tmp_path: Path
) -> None:
    ids = [line.split()[0] for line in wellled("evidence", "attach", inspection, entry, str(papers)).done().lines]
    sentence = wellled("evidence", "export-attachment", inspection, ids[0][:6], str(tmp_path / "copy")).failed(2)
    assert "fits 2 attachments" in sentence
    unlike = next(at for at in range(36) if ids[0][at] != ids[1][at])
    wellled("evidence", "export-attachment", inspection, ids[1][: unlike + 1], str(tmp_path / "copy")).done()
    assert (tmp_path / "copy").read_bytes() == (papers / "rota.csv").read_bytes()


def test_an_entry_that_is_not_there_is_not_found(wellled: Program, inspection: str, papers: Path) -> None:
    sentence = wellled("evidence", "attach", inspection, "E-009", str(papers)).failed(3)
    assert sentence == "There is no evidence entry “E-009” in this inspection."


@pytest.fixture
def photo(wellled: Program, inspection: str, entry: str, papers: Path) -> str:
    """A photograph that says where it was taken, attached: its id."""
    (papers / "ward.jpg").write_bytes(photograph())
    return wellled("evidence", "attach", inspection, entry, str(papers / "ward.jpg")).done().out.split()[0]


def has_place(path: Path) -> bool:
    with Image.open(path) as image:
        return bool(image.getexif().get_ifd(0x8825))


def test_a_picture_is_exported_without_the_place_where_it_was_taken_unless_it_is_asked_for(
    wellled: Program, inspection: str, photo: str, tmp_path: Path
) -> None:
    export = ("evidence", "export-attachment", inspection, photo)
    stripped, whole = tmp_path / "stripped.jpg", tmp_path / "whole.jpg"
    ran = wellled(*export, str(stripped))
    assert (ran.status, has_place(stripped)) == (0, False)
    assert ran.out.endswith(f"sha256 {hashlib.sha256(stripped.read_bytes()).hexdigest()}\n")
    assert ran.err == "The place where it was taken, if it said one, is left out; --with-position keeps it.\n"
    assert wellled(*export, str(whole), "--with-position").done()
    assert has_place(whole)
    assert whole.read_bytes() == photograph()
    told = wellled(*export, str(stripped), "--force", "--json").done().json
    assert (told["size"], told["without_position"]) == (stripped.stat().st_size, True)


def test_a_picture_whose_place_cannot_be_taken_out_is_not_written_unless_it_is_asked_for_with_it(
    wellled: Program, inspection: str, entry: str, papers: Path
) -> None:
    Image.new("L", (8, 8)).save(papers / "fax.tif")
    attached = wellled("evidence", "attach", inspection, entry, str(papers / "fax.tif")).done().out.split()[0]
    export = ("evidence", "export-attachment", inspection, attached, str(papers / "copy.tif"))
    assert "--with-position writes it as it is" in wellled(*export).failed(1)
    assert not (papers / "copy.tif").exists()
    wellled(*export, "--with-position").done()
    assert (papers / "copy.tif").read_bytes() == (papers / "fax.tif").read_bytes()


def test_a_file_without_content_is_attached_and_said_to_be_empty(
    wellled: Program, inspection: str, entry: str, tmp_path: Path
) -> None:
    (tmp_path / "rota.csv").touch()
    ran = wellled("evidence", "attach", inspection, entry, str(tmp_path / "rota.csv"))
    assert ran.status == 0
    assert ran.err == (
        "“rota.csv” is empty (0 bytes); it is attached as it is. Ask for it again, if it was not copied in full.\n"
    )
    (kept,) = wellled("evidence", "attachments", inspection, "--json").done().json
    assert kept["size"] == 0
