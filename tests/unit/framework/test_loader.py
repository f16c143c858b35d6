"""What the loader reads, and the one clear sentence it has for each way a pack can be wrong."""

import errno
import os
import re
import tracemalloc
import zipfile
from pathlib import Path, PosixPath, WindowsPath
from typing import NoReturn

import msgspec
import pytest

from tests.unit.framework.conftest import PACK
from tests.unit.framework.wrong_forms import WRONG_FORMS
from tests.unit.framework.wrong_groups import WRONG_GROUPS
from tests.unit.framework.wrong_packs import WRONG, replacing, without_line
from tests.unit.framework.wrong_sources import WRONG_SOURCES
from wellled_desktop.framework.loader import LARGEST_FILE, PackError, check_pack, load_pack, pack_bytes
from wellled_desktop.framework.pack import Pack

ALL_WRONG = WRONG | WRONG_FORMS | WRONG_SOURCES | WRONG_GROUPS


@pytest.mark.parametrize("wrong", ALL_WRONG)
def test_a_wrong_pack_gets_one_sentence_with_file_place_and_what_was_expected(folder: Path, wrong: str) -> None:
    spoil, place, expected = ALL_WRONG[wrong]
    spoil(folder)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}

    with pytest.raises(PackError) as told:
        load_pack(folder)

    sentence = str(told.value)
    assert re.match(f"{place}.*: ", sentence), sentence
    assert re.search(expected, sentence), sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 300
    assert [str(problem) for problem in check_pack(folder)] == [sentence]
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_a_bomb_is_refused_before_it_is_built(folder: Path) -> None:
    """The Python objects made on the way to a refusal stay few, whatever the file would unfold to."""
    for wrong in ("fifty megabytes", "very many values", "an alias bomb", "a pit of brackets"):
        WRONG[wrong][0](folder)
        tracemalloc.start()
        with pytest.raises(PackError):
            load_pack(folder)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 40_000_000, wrong


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"^nowhere: a folder with a pack in it was expected and there is none\.$"):
        load_pack(tmp_path / "nowhere")


def test_a_pack_is_read_from_an_archive_as_from_a_folder(pack: Pack, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "app.zip", "w") as archive:
        for file in PACK.iterdir():
            archive.write(file, f"packs/one/{file.name}")
    with zipfile.ZipFile(tmp_path / "app.zip") as archive:
        assert load_pack(zipfile.Path(archive, "packs/one/")) == pack


def test_a_file_in_an_archive_is_not_read_beyond_the_limit(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "app.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one/pack.yaml", b"# " + b"x" * LARGEST_FILE)
    with (
        zipfile.ZipFile(tmp_path / "app.zip") as archive,
        pytest.raises(PackError, match=r"^pack\.yaml: at most 2 MB was expected and the file is larger\.$"),
    ):
        load_pack(zipfile.Path(archive, "one/"))


class _Locked(PosixPath if os.name == "posix" else WindowsPath):  # type: ignore[misc]
    """A file that the system will not open."""

    def open(self, *_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied")


def test_a_file_that_may_not_be_read_is_named(folder: Path) -> None:
    assert [str(problem) for problem in check_pack(_Locked(folder / "w3.yaml"))] == [
        "w3.yaml: a file that can be read was expected (Permission denied)."
    ]


def test_a_pack_may_do_without_what_is_ours(folder: Path) -> None:
    ours = (
        "  role_cards: role_cards.yaml\n  aliases: aliases.yaml\n  forms: forms.yaml\n"
        "  role_sources: role_sources.yaml\n  groups: groups.yaml\n"
    )
    replacing("pack.yaml", ours, "")(folder)
    assert load_pack(folder).groups == ()
    plain = load_pack(folder)
    assert (plain.role_cards, plain.aliases, plain.forms, plain.role_sources) == ((), (), (), ())


def test_the_check_tells_everything_that_is_wrong_at_once(folder: Path) -> None:
    WRONG["a prompt missing in the middle"][0](folder)
    WRONG["an unknown role in key evidence"][0](folder)
    told = [str(problem) for problem in check_pack(folder)]
    assert any(sentence.startswith("w1.yaml") for sentence in told)
    assert any(sentence.startswith("w3.yaml") for sentence in told)


def test_causes_that_have_nothing_to_do_with_one_another_are_each_told_once(folder: Path) -> None:
    WRONG["key evidence missing in the middle"][0](folder)
    WRONG["a prompt missing in the middle"][0](folder)
    WRONG["an id twice in one file"][0](folder)
    WRONG["an unknown node on a card"][0](folder)
    told = [str(problem) for problem in check_pack(folder)]
    assert told[0] == "w1.yaml, W1.2: it was expected after W1.1 and is missing."
    assert "each id stands once and “W1.E2” stands already" in told[1]
    assert told[2] == "w1.yaml, W1.E4: it was expected after W1.E3 and is missing."
    assert "“W1.5” is none" in told[3]
    assert len(told) == 4


def test_neighbours_that_are_missing_are_told_together(folder: Path) -> None:
    without_line("w1.yaml", "- {id: W1.2,")(folder)
    without_line("w1.yaml", "- {id: W1.3,")(folder)
    assert [str(problem) for problem in check_pack(folder)] == [
        "w1.yaml, W1.2 to W1.3: they were expected after W1.1 and are missing."
    ]


def test_a_file_that_the_pack_does_not_list_is_named(folder: Path) -> None:
    (folder / "w9.yaml").write_bytes((folder / "w8.yaml").read_bytes())
    sentence = "w9.yaml: only the files that pack.yaml lists were expected and this is not one of them."
    assert [str(problem) for problem in check_pack(folder)] == [sentence]
    assert [str(problem) for problem in check_pack(folder / "w9.yaml")] == [sentence]
    assert check_pack(folder / "w8.yaml") == []


@pytest.mark.parametrize("gone", [(), ("pack.yaml",), ("w5.yaml",)])
def test_a_single_file_s_roles_are_looked_up_in_the_roles_beside_it(folder: Path, gone: tuple[str, ...]) -> None:
    WRONG["an unknown role in key evidence"][0](folder)
    for name in gone:
        (folder / name).unlink()
    told = [str(problem) for problem in check_pack(folder / "w3.yaml")]
    assert len(told) == 1
    assert "a role of the pack was expected and “complaint-desk” is none" in told[0]
    assert check_pack(folder / "w1.yaml") == []


@pytest.mark.parametrize("roles", [None, b"roles: [", b"roles: 3\n"])
def test_a_lone_kloe_is_checked_for_its_numbers_without_roles(folder: Path, roles: bytes | None) -> None:
    WRONG["key evidence missing in the middle"][0](folder)
    (folder / "pack.yaml").unlink()
    (folder / "roles.yaml").unlink()
    if roles is not None:
        (folder / "roles.yaml").write_bytes(roles)
    assert [str(problem) for problem in check_pack(folder / "w1.yaml")] == [
        "w1.yaml, W1.E4: it was expected after W1.E3 and is missing."
    ]


def test_the_check_of_unreadable_files_names_each_of_them(folder: Path) -> None:
    WRONG["no YAML"][0](folder)
    WRONG["a field missing"][0](folder)
    assert [problem.file for problem in check_pack(folder)] == ["w3.yaml", "w5.yaml"]


def test_a_single_sound_file_of_a_pack_has_nothing_wrong() -> None:
    assert [check_pack(file) for file in sorted(PACK.iterdir())] == [[]] * 15


def test_a_single_file_is_told_only_what_is_wrong_in_it(folder: Path) -> None:
    WRONG["a prompt missing in the middle"][0](folder)
    assert check_pack(folder / "w2.yaml") == []
    assert {problem.file for problem in check_pack(folder / "w1.yaml")} == {"w1.yaml"}


def test_a_lone_file_is_checked_by_what_it_holds(tmp_path: Path) -> None:
    lone = tmp_path / "anything.yaml"
    lone.write_text("aliases:\n- {term: CCG, means: clinical commissioning group, now: [ICB]}\n", encoding="utf-8")
    assert check_pack(lone) == []
    lone.write_text("aliases:\n- {term: CCG}\n", encoding="utf-8")
    assert [str(problem) for problem in check_pack(lone)] == [
        "anything.yaml, line 2 (aliases[0]): the field “means” was expected and is missing."
    ]


def test_a_file_just_within_the_limit_is_read(tmp_path: Path) -> None:
    lone = tmp_path / "long.yaml"
    start = b"aliases: []\n#"
    lone.write_bytes(start + b"x" * (LARGEST_FILE - len(start)))
    assert check_pack(lone) == []


def test_the_pack_as_bytes_reads_back_as_the_same_pack(pack: Pack) -> None:
    content = pack_bytes(pack)
    assert msgspec.json.decode(content, type=Pack) == pack
    assert pack_bytes(msgspec.json.decode(content, type=Pack)) == content
