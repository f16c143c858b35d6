"""Files attached in turn: recorded once kept, taken back as one, stopped, gone on with, offered again whatever happens."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.attaching.conftest import Gate, MakePapers, attached
from tests.ui.conftest import INSPECTION, HandClock, opened_on
from wellled_desktop.exchange import attaching as collecting
from wellled_desktop.exchange.attaching import FileToAttach
from wellled_desktop.framework.pack import Pack
from wellled_desktop.ui.attaching import run as running
from wellled_desktop.ui.attaching.attaching import Attaching, attaching_of
from wellled_desktop.ui.attaching.outstanding import MOST_KEPT_BYTES, NAME, Wanted, decoded, encoded, wanted
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.window.undo import UndoStack
from wellled_desktop.vault import attachments as keeping
from wellled_desktop.vault.library import Vault


def wait(qtbot: QtBot, attaching: Attaching) -> None:
    """Until nothing is under way and nothing waits."""
    qtbot.waitUntil(lambda: not attaching.is_at_work and attaching.words == "")


def attach(qtbot: QtBot, attaching: Attaching, *paths: Path, to: str = "e1", ref: str = "E-001") -> None:
    seen: list[bool] = []
    attaching.changed.connect(lambda: seen.append(attaching.is_at_work))
    attaching.attach(to, ref, paths)
    qtbot.waitUntil(lambda: True in seen and not attaching.is_at_work)


def remembered(opened: Opened, qtbot: QtBot) -> tuple[Wanted, ...]:
    done: list[bool] = []
    opened.bridge.finish(opened.bridge, lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))
    return decoded(opened.bridge.remembered(NAME))


def test_a_folder_is_attached_told_and_no_longer_remembered(
    qtbot: QtBot, opened: Opened, attaching: Attaching, papers: MakePapers
) -> None:
    told: list[str] = []
    attaching.told.connect(told.append)
    attach(qtbot, attaching, papers(7))
    assert [one.name for one in attached(opened, "e1")] == [f"paper {n:03}.txt" for n in range(7)]
    assert told == ["7 files are attached to E-001"]
    assert (attaching.offered, attaching.left_out, attaching.offer) == ((), (), "")
    assert remembered(opened, qtbot) == ()


def test_what_a_patient_may_be_recognised_in_and_what_is_empty_is_told_with_it(
    qtbot: QtBot, attaching: Attaching, tmp_path: Path
) -> None:
    told: list[str] = []
    attaching.told.connect(told.append)
    (tmp_path / "ward.mp3").write_bytes(b"a ward")
    attach(qtbot, attaching, tmp_path / "ward.mp3")
    assert told == ["1 file is attached to E-001. N: why it is necessary; a patient may be recognised"]
    (tmp_path / "bay.mp3").write_bytes(b"a bay")
    (tmp_path / "rota.csv").touch()
    attach(qtbot, attaching, tmp_path / "bay.mp3", tmp_path / "rota.csv")
    assert told[1:] == [
        "2 files are attached to E-001. N: why one of them is necessary; a patient may be recognised. "
        "“rota.csv” is empty (0 bytes); it is attached as it is. Ask for it again, if it was not copied in full"
    ]


def test_what_is_attached_together_is_taken_back_together(
    qtbot: QtBot, opened: Opened, attaching: Attaching, papers: MakePapers
) -> None:
    steps = UndoStack(opened.bridge, opened.bridge)
    attach(qtbot, attaching, papers(5))
    assert steps.undo_name == "attach a file (and 4 more)"
    told: list[str] = []
    steps.told.connect(told.append)
    steps.undo()
    qtbot.waitUntil(lambda: told != [])
    assert attached(opened) == ()
    assert len(attached(opened, retracted=True)) == 5


def test_several_attachings_go_one_after_the_other_each_to_its_entry(
    qtbot: QtBot, opened: Opened, attaching: Attaching, papers: MakePapers, gate: Gate
) -> None:
    gate.after = 2
    attaching.attach("e1", "E-001", (papers(6, "one"),))
    qtbot.waitUntil(lambda: gate.is_reached)
    attaching.attach("e2", "E-002", (papers(3, "two"),))
    qtbot.waitUntil(lambda: attaching.words.endswith("3 files to come after"))
    assert attaching.words.startswith("Attaching 3 of 6 files, ")
    assert attached(opened, "e2") == ()
    gate.open()
    qtbot.waitUntil(lambda: len(attached(opened, "e2")) == 3)
    wait(qtbot, attaching)
    assert len(attached(opened, "e1")) == 6


def test_what_is_refused_or_there_already_is_told_and_not_offered_again(
    qtbot: QtBot, opened: Opened, attaching: Attaching, papers: MakePapers, tmp_path: Path
) -> None:
    folder = papers(2)
    (folder / "link.txt").symlink_to(folder / "paper 000.txt")
    shutil.copy(folder / "paper 001.txt", folder / "the same.txt")
    attach(qtbot, attaching, folder)
    assert len(attached(opened)) == 2
    told = " ".join(attaching.left_out)
    assert "“link.txt” is a link" in told
    assert "“the same.txt” is the same, byte for byte, as “paper 001.txt”" in told
    assert attaching.offered == ()
    attaching.put_away()
    assert attaching.left_out == ()


def test_only_refused_files_and_empty_folders_are_told(
    qtbot: QtBot, opened: Opened, attaching: Attaching, tmp_path: Path
) -> None:
    told: list[str] = []
    attaching.told.connect(told.append)
    (tmp_path / "empty").mkdir()
    attaching.attach("e1", "E-001", (tmp_path / "empty",))
    qtbot.waitUntil(lambda: told == ["There is no file in it, so nothing was attached."])
    attaching.attach("e1", "E-001", (tmp_path / "gone.pdf",))
    qtbot.waitUntil(lambda: attaching.left_out != ())
    assert attaching.left_out == ("“gone.pdf” is not there, so it was left out.",)
    assert attached(opened) == ()


def test_what_is_stopped_is_offered_with_what_waited_and_attached_in_the_end(
    qtbot: QtBot, opened: Opened, attaching: Attaching, papers: MakePapers, gate: Gate
) -> None:
    gate.after = 3
    attaching.attach("e1", "E-001", (papers(10),))
    qtbot.waitUntil(lambda: gate.is_reached)
    attaching.attach("e2", "E-002", (papers(2, "later"),))
    qtbot.waitUntil(lambda: attaching.words.endswith("2 files to come after"))
    attaching.cancel()
    gate.open()
    wait(qtbot, attaching)
    assert len(attached(opened)) == 3
    assert attaching.offer == "Attaching was stopped; what was attached is safe. 9 files are not attached."
    assert len(remembered(opened, qtbot)) == 9
    gate.after = 0
    attaching.attach_offered()
    qtbot.waitUntil(lambda: len(attached(opened)) == 12)
    wait(qtbot, attaching)
    assert (attaching.offered, len(attached(opened, "e2"))) == ((), 2)


def test_what_is_stopped_before_it_began_is_offered(
    qtbot: QtBot, opened: Opened, attaching: Attaching, papers: MakePapers
) -> None:
    begun: list[str] = []
    attaching.changed.connect(lambda: begun.append(attaching.words) or attaching.cancel())  # type: ignore[func-returns-value]
    attaching.attach("e1", "E-001", (papers(3),))
    qtbot.waitUntil(lambda: attaching.offer != "")
    assert begun[0].startswith("Attaching 1 of 3 files, 0 of ")
    wait(qtbot, attaching)
    assert len(attaching.offered) == 3
    assert len(remembered(opened, qtbot)) == 3
    assert attached(opened) == ()


def test_a_full_disk_is_told_in_one_sentence_and_the_rest_is_offered(
    qtbot: QtBot, opened: Opened, attaching: Attaching, papers: MakePapers, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = papers(3)
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "LEFT_FREE_BYTES", 1 << 60)
        attach(qtbot, attaching, folder)
    assert attaching.offer.startswith("The disk is nearly full, and what is left of it is kept free")
    assert attaching.offer.endswith("3 files are not attached.")
    assert attaching.left_out == ()
    attaching.attach_offered()
    qtbot.waitUntil(lambda: len(attached(opened)) == 3)
    wait(qtbot, attaching)


def test_a_folder_pulled_away_is_told_once_and_the_rest_is_offered(
    qtbot: QtBot, opened: Opened, attaching: Attaching, papers: MakePapers, tmp_path: Path, gate: Gate
) -> None:
    folder, away = papers(30), tmp_path / "away"
    gate.after = 12
    attaching.attach("e1", "E-001", (folder,))
    qtbot.waitUntil(lambda: gate.is_reached)
    folder.rename(away)
    gate.open()
    wait(qtbot, attaching)
    assert len(attached(opened)) == 12
    assert attaching.offer == (
        "The folder “papers” cannot be reached any more; what was attached is safe. 18 files are not attached."
    )
    assert attaching.left_out == ()
    away.rename(folder)
    gate.after = 0
    attaching.attach_offered()
    qtbot.waitUntil(lambda: len(attached(opened)) == 30)
    wait(qtbot, attaching)


def test_a_file_that_went_away_is_told_and_offered_while_the_others_are_attached(
    qtbot: QtBot, opened: Opened, attaching: Attaching, papers: MakePapers, gate: Gate
) -> None:
    folder = papers(3)
    gate.after = 1
    attaching.attach("e1", "E-001", (folder,))
    qtbot.waitUntil(lambda: gate.is_reached)
    (folder / "paper 001.txt").unlink()
    gate.open()
    wait(qtbot, attaching)
    assert [one.name for one in attached(opened)] == ["paper 000.txt", "paper 002.txt"]
    assert attaching.offer == "Not everything could be attached. 1 file is not attached."
    assert len(attaching.left_out) == 1
    attaching.forget_offered()
    assert not attaching.offered
    assert not attaching.left_out
    assert remembered(opened, qtbot) == ()


def test_one_that_the_record_refuses_does_not_take_the_others_along(
    qtbot: QtBot, opened: Opened, entries: None, papers: MakePapers
) -> None:
    assert entries is None
    folder = papers(3)
    files = [FileToAttach(folder / f"paper {n:03}.txt", f"paper {n:03}.txt", 40) for n in range(3)]
    entry_ids = ("e1", "an entry that is not there", "e2")
    kept = [wanted(file, entry, f"a{n}") for n, (file, entry) in enumerate(zip(files, entry_ids, strict=True))]
    opened.bridge.remember(NAME, encoded(kept))
    remembered(opened, qtbot)
    attaching = attaching_of(opened.bridge)
    qtbot.waitUntil(lambda: len(attaching.offered) == 3)
    attaching.attach_offered()
    qtbot.waitUntil(lambda: attaching.is_at_work)
    wait(qtbot, attaching)
    assert [one.id for one in attached(opened)] == ["a0", "a2"]
    assert [one.id for one in attaching.offered] == ["a1"]
    assert attaching.offer.endswith("1 file is not attached.")


def test_what_was_pasted_is_attached_under_its_name(qtbot: QtBot, opened: Opened, attaching: Attaching) -> None:
    attaching.attach_content("e1", "E-001", "Pasted picture.png", b"\x89PNG\r\n\x1a\nand so on")
    qtbot.waitUntil(lambda: len(attached(opened)) == 1)
    (one,) = attached(opened)
    assert (one.name, one.media_type) == ("Pasted picture.png", "image/png")


def test_closing_in_the_middle_ends_it_and_the_rest_is_offered_at_the_next_start(
    qtbot: QtBot, opened: Opened, attaching: Attaching, vault: Vault, real_pack: Pack, papers: MakePapers, gate: Gate
) -> None:
    gate.after = 12
    attaching.attach("e1", "E-001", (papers(40),))
    qtbot.waitUntil(lambda: gate.is_reached and len(attached(opened)) == 12)
    opened.bridge.closing.connect(gate.open)
    opened.bridge.close()
    again = opened_on(vault.open_inspection(INSPECTION, HandClock()), real_pack)
    try:
        later = attaching_of(again.bridge)
        qtbot.waitUntil(lambda: later.offer != "")
        assert len(attached(again)) == 12
        assert later.offer == "28 files were not attached when WellLed Desktop ended."
        gate.after = 0
        later.attach_offered()
        qtbot.waitUntil(lambda: len(attached(again)) == 40)
        wait(qtbot, later)
        assert later.offered == ()
    finally:
        again.bridge.close()


def test_what_was_remembered_and_is_in_the_record_is_crossed_off(
    qtbot: QtBot, opened: Opened, entries: None, tmp_path: Path
) -> None:
    assert entries is None
    large = Wanted(
        "p1", "e1", b"Pasted.png", "Pasted.png", MOST_KEPT_BYTES + 1, content=b"x" * (MOST_KEPT_BYTES + 1), pasted=True
    )
    small = Wanted("p2", "e1", b"Small.png", "Small.png", 5, content=b"small", pasted=True)
    opened.bridge.remember(NAME, encoded((small, large)))
    remembered(opened, qtbot)
    attaching = attaching_of(opened.bridge)
    assert attaching.offered == (), "not before it is known what is done"
    qtbot.waitUntil(lambda: attaching.offer != "")
    assert attaching.offer == "1 file was not attached when WellLed Desktop ended."
    assert attaching.left_out == (
        "“Pasted.png” was pasted and was not attached in time; it was too large to be kept. Copy it again.",
    )
    attaching.attach_offered()
    qtbot.waitUntil(lambda: [one.name for one in attached(opened)] == ["Small.png"])
    wait(qtbot, attaching)


def test_a_defect_is_not_kept_quiet(
    qtbot: QtBot, opened: Opened, attaching: Attaching, papers: MakePapers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object, **_more: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(running, "attach_each", broken)
    with qtbot.captureExceptions() as raised:
        attaching.attach("e1", "E-001", (papers(1),))
        qtbot.waitUntil(lambda: raised != [])
    assert raised[0][0] is ZeroDivisionError
    assert len(attaching.offered) == 1


def test_what_is_not_to_be_stopped_nor_forgotten_stays(attaching: Attaching) -> None:
    attaching.cancel()
    attaching.forget_offered()
    attaching.attach_offered()
    assert not attaching.is_at_work


def test_what_was_stopped_is_offered_no_longer_once_it_was_attached_by_hand(
    qtbot: QtBot, opened: Opened, attaching: Attaching, papers: MakePapers, gate: Gate
) -> None:
    gate.after = 3
    folder = papers(10)
    attaching.attach("e1", "E-001", (folder,))
    qtbot.waitUntil(lambda: gate.is_reached)
    attaching.cancel()
    gate.open()
    wait(qtbot, attaching)
    gate.after = 0
    attach(qtbot, attaching, folder / "paper 008.txt", to="e2", ref="E-002")
    assert len(attaching.offered) == 7, "of another entry"
    attach(qtbot, attaching, folder / "paper 009.txt")
    assert attaching.offer == "Attaching was stopped; what was attached is safe. 6 files are not attached."
    elsewhere = folder.parent / "copied"
    shutil.copytree(folder, elsewhere)
    attach(qtbot, attaching, *sorted(elsewhere.iterdir()))
    assert attaching.offer != ""  # a file of that name in no folder may be another
    attach(qtbot, attaching, folder)
    left: tuple[Wanted, ...] = attaching.offered
    assert left == ()
    assert remembered(opened, qtbot) == ()


def test_what_was_left_out_is_listed_no_longer_once_it_was_attached(
    qtbot: QtBot, opened: Opened, attaching: Attaching, papers: MakePapers
) -> None:
    folder = papers(2)
    gone = folder / "gone.txt"
    attach(qtbot, attaching, folder / "paper 000.txt", gone, folder / "gone too.txt")
    assert [one.split("”")[0] for one in attaching.left_out] == ["“gone.txt", "“gone too.txt"]
    gone.write_bytes(b"here again")
    attach(qtbot, attaching, gone, to="e2", ref="E-002")
    assert len(attaching.left_out) == 2, "it was wanted at another entry"
    attach(qtbot, attaching, gone)
    assert [one.split("”")[0] for one in attaching.left_out] == ["“gone too.txt"]


def test_what_was_too_much_at_once_stays_in_the_list(
    qtbot: QtBot, attaching: Attaching, papers: MakePapers, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = papers(3)
    monkeypatch.setattr(collecting, "MOST_FILES", 1)
    attach(qtbot, attaching, folder)
    attach(qtbot, attaching, folder / "paper 001.txt")
    assert [one.split("”")[0] for one in attaching.left_out] == ["“paper 001.txt"]


def test_what_a_patient_may_be_recognised_in_is_known_until_something_else_is_told(
    qtbot: QtBot, attaching: Attaching, papers: MakePapers, tmp_path: Path
) -> None:
    (tmp_path / "ward.mp3").write_bytes(b"a ward")
    attach(qtbot, attaching, tmp_path / "ward.mp3")
    assert [one.name for one in attaching.asking] == ["ward.mp3"]
    attach(qtbot, attaching, papers(1))
    assert attaching.asking == ()
