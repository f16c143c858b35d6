"""Five hundred hostile files and names through all that takes a document in: each ends within its limits, in a result or in
exactly one plain sentence; nothing is written outside the vault, the app's memory stays flat, and no process is left behind.

A sample of each kind runs with the suite.
"""

import os
import re
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.hostile_documents import KINDS, Hostile, hostile
from tests.unit.exchange.documents.children import children
from wellled_desktop.exchange.attaching import attach, collect
from wellled_desktop.exchange.documents.indexing import read_documents
from wellled_desktop.exchange.documents.limits import Limits
from wellled_desktop.exchange.documents.messages import Job
from wellled_desktop.exchange.documents.previews import Preview, Unreadable, can_be_previewed
from wellled_desktop.exchange.documents.reading_process import ReadingProcess
from wellled_desktop.exchange.documents.text import DocumentText, read_text
from wellled_desktop.exchange.documents.without_position import PositionNotRemoved, may_hold_position, without_position
from wellled_desktop.exchange.file_names import shown_name
from wellled_desktop.inspection.commands import AttachFile, RecordEvidence
from wellled_desktop.vault.errors import NotExported
from wellled_desktop.vault.library import OpenInspection

SEED = 20261124
LONGEST_SECONDS = 60
"""For one file, on a laptop that does much else."""
MOST_MORE_MEMORY = 64 << 20
"""Bytes between a tenth of the way and its end: what is read of one file is let go of before the next."""
ONLY_IN_THE_DRILL = frozenset((
    "pdf that draws for days", "pdf that unpacks for long", "docx bomb, nested", "xlsx bomb, flat", "xlsx bomb, nested",
    "xlsx of a million cells", "png whose words unpack for long", "csv of one huge cell", "csv of nothing but quotes",
))  # fmt: skip

QUICK = Limits(seconds=15, processor_seconds=15)

_PLAIN = re.compile(r"[A-Z][^.\n\r\t<>{}_]{20,300}\.")
_OURS_ALONE = re.compile("Traceback|Error|Exception|pdfium|Pillow|lxml|zipfile", re.IGNORECASE)
Read = Callable[[Iterable[bytes], str, str], DocumentText]


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, a folder for temporary files and a folder to be in, for this test alone."""
    for name, variable in (("home", "HOME"), ("temporary", "TMPDIR"), ("here", "PWD"), ("incoming", "")):
        (tmp_path / name).mkdir()
        if variable:
            monkeypatch.setenv(variable, str(tmp_path / name))
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    return tmp_path


class Drill:
    """One file after another through every way in; whatever is not as promised is an AssertionError."""

    def __init__(self, opened: OpenInspection, places: Path, read: Read) -> None:
        self.opened = opened
        self.places = places
        self.read = read
        self.sentences: list[str] = []
        self.results = 0
        self.refused_copies = 0

    def run(self, number: int, case: Hostile) -> None:
        incoming = self.written(number, case)
        before = self._tree()
        began = time.monotonic()
        for command in self.attached(number, incoming):
            name = shown_name(case.name)
            self._text(command, name)
            self._preview(command, name)
            self._position(command)
            self.copy(command, case.name)
        assert time.monotonic() - began < LONGEST_SECONDS, f"{case.kind} took too long"
        assert self._tree() == before, f"{case.kind} as {case.name!r} was written outside the vault"
        assert children() == [], f"{case.kind} left a process behind"
        if incoming.exists():
            incoming.unlink()

    def written(self, number: int, case: Hostile) -> Path:
        """Under its own name where the disk takes it and it stays in the folder, else under a plain one."""
        folder = self.places / "incoming" / str(number)
        folder.mkdir()
        own = folder / case.name if case.name.strip(".") and not re.search(r"[/\0]", case.name) else folder / "plain"
        try:
            own.write_bytes(case.content)
        except (OSError, UnicodeEncodeError):
            own = folder / "plain"
            own.write_bytes(case.content)
        return own

    def attached(self, number: int, path: Path) -> Iterator[AttachFile]:
        """An entry for each, so that the same content comes again under another name."""
        entry = f"e{number}"
        self.opened.store.execute(RecordEvidence(entry, "Invented files", "document"))
        chosen = collect([path])
        for left_out in chosen.refused:
            self._told(left_out.sentence, chosen=True)
        for result in attach(self.opened, entry, chosen.files, new_id=lambda: f"a{number}"):
            if result.left_out is not None:
                self._told(result.left_out.sentence, chosen=True)
            if result.command is not None:
                self.opened.store.execute(result.command)
                yield result.command

    def _text(self, command: AttachFile, name: str) -> None:
        with self.opened.attachments.open(command.sha256) as frames:
            text = self.read(frames, name, command.media_type)
        self.results += bool(text.pages)
        if text.unread:
            self._told(text.unread)

    def _preview(self, command: AttachFile, name: str) -> None:
        if not can_be_previewed(command.media_type, name):
            return
        try:
            with (
                self.opened.attachments.open(command.sha256) as frames,
                Preview.of(frames, name, command.media_type, QUICK) as preview,
            ):
                picture = preview.picture(1, 400)
                assert len(picture.rgba) == picture.width * picture.height * 4
                self.results += 1
                preview.paragraphs(1)
        except Unreadable as unreadable:
            self._told(unreadable.sentence)

    def _position(self, command: AttachFile) -> None:
        if not may_hold_position(command.media_type):
            return
        try:
            with self.opened.attachments.open(command.sha256) as frames:
                assert sum(map(len, without_position(frames, command.media_type))) <= command.size + 200
            self.results += 1
        except PositionNotRemoved as refused:
            self._told(refused.sentence)

    def copy(self, command: AttachFile, name: str) -> None:
        """As another program would be given it, under its own name or near it, in a folder of its own."""
        try:
            with self.opened.attachments.private_copy(command.sha256, name) as copy:
                assert copy.path.parent.parent == self.places / "temporary"
                assert [path.name for path in copy.path.parent.iterdir()] == [copy.path.name]
        except NotExported:  # the system takes no such name; the sentence is that of any copy
            self.refused_copies += 1

    def _told(self, sentence: str, *, chosen: bool = False) -> None:
        """A name that was chosen stands in it, in quotation marks, whatever is in the name."""
        plain = re.sub("“.*”", "It", sentence) if chosen else sentence
        assert _PLAIN.fullmatch(plain), f"no plain sentence: {sentence!r}"
        assert not _OURS_ALONE.search(plain), f"no plain sentence: {sentence!r}"
        self.sentences.append(sentence)

    def _tree(self) -> dict[str, int]:
        """All that is outside the vault: what was put there and the root, where the process works."""
        found = {str(path): -1 for path in Path("/").iterdir()}
        for name in ("home", "temporary", "here", "incoming"):
            for path in (self.places / name).rglob("*"):
                found[str(path)] = path.lstat().st_size
        return found


def quick_text(frames: Iterable[bytes], name: str, media_type: str) -> DocumentText:
    return read_text(frames, name, media_type, limits=QUICK)


def memory() -> int:
    """The bytes of this process that are in memory now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_hostile_files_and_names_end_in_a_result_or_a_sentence(
    inspection: OpenInspection, places: Path, request: pytest.FixtureRequest
) -> None:
    whole = request.config.getoption("--drills")
    count = 500 if whole else len(KINDS) - len(ONLY_IN_THE_DRILL)
    drill = Drill(inspection, places, read_text if whole else quick_text)
    at_a_tenth = 0
    for number, case in enumerate(hostile(count, SEED, None if whole else KINDS.keys() - ONLY_IN_THE_DRILL)):
        drill.run(number, case)
        if number == count // 10:
            at_a_tenth = memory()
    assert memory() - at_a_tenth < MOST_MORE_MEMORY
    assert drill.results > count // 4
    assert len(drill.sentences) > count // 4
    assert drill.refused_copies == 0
    sys.stdout.write(f"{count} files: {drill.results} results, {len(drill.sentences)} sentences\n")


def test_the_search_remembers_what_of_them_it_could_not_read(inspection: OpenInspection, places: Path) -> None:
    drill = Drill(inspection, places, quick_text)
    kinds = ("pdf broken", "docx with entities in entities", "docm with a macro", "png of 30,000 × 30,000")
    for number, case in enumerate(hostile(len(kinds), SEED, kinds)):
        for command in drill.attached(number, drill.written(number, case)):
            drill.copy(command, case.name)
    read = list(read_documents(inspection))
    assert len(read) == len(kinds)
    with closing(inspection.documents()) as documents:
        assert documents.unread() == {one.sha256: one.unread for one in read if one.unread}
        assert len(documents.unread()) == 2
    assert list(read_documents(inspection)) == []


def test_what_is_no_file_is_left_out_with_a_sentence_and_not_waited_for(places: Path) -> None:
    folder = places / "incoming" / "folder"
    folder.mkdir()
    (folder / "link.pdf").symlink_to("/etc/passwd")
    (folder / "itself").symlink_to(folder)
    (folder / "to the folder above").symlink_to("..")
    (folder / "dangling").symlink_to("nowhere")
    os.mkfifo(folder / "pipe.pdf")
    (folder / "deep" / "deeper").mkdir(parents=True)
    (folder / "deep" / "deeper" / "minutes.txt").write_text("minutes", encoding="utf-8")
    chosen = collect([folder, Path("/dev/zero"), places / "missing.pdf", folder / ".." / ("x" * 300)])
    assert [one.name for one in chosen.files] == ["minutes.txt"]
    assert len(chosen.refused) == 8
    for left_out in chosen.refused:
        assert left_out.sentence.startswith(f"“{left_out.name}” ")
        assert left_out.sentence.endswith(".")


def writes_outside(_frames: Iterable[bytes], _name: str, _media_type: str) -> DocumentText:
    Path("outside").write_text("planted", encoding="utf-8")
    return DocumentText()


def shows_what_is_ours_alone(_frames: Iterable[bytes], _name: str, _media_type: str) -> DocumentText:
    return DocumentText(unread="Traceback (most recent call last), which no inspector should see.")


def says_too_much(_frames: Iterable[bytes], _name: str, _media_type: str) -> DocumentText:
    return DocumentText(unread="This file is damaged, we think. It may also be something else, so try again.")


def lets_everything_through(_frames: Iterable[bytes], _name: str, _media_type: str) -> DocumentText:
    raise zlib.error("invalid distance too far back")


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (writes_outside, "was written outside the vault"),
        (shows_what_is_ours_alone, "no plain sentence"),
        (says_too_much, "no plain sentence"),
        (lets_everything_through, "invalid distance"),
    ],
)
def test_the_drill_sees_each_defect_that_is_planted(
    inspection: OpenInspection, places: Path, read: Read, told: str
) -> None:
    drill = Drill(inspection, places, read)
    with pytest.raises((AssertionError, zlib.error), match=told):
        drill.run(0, next(hostile(1, SEED)))


def test_the_drill_sees_a_process_that_is_left_behind(inspection: OpenInspection, places: Path) -> None:
    left: list[ReadingProcess] = []

    def leaves_its_process(_frames: Iterable[bytes], _name: str, _media_type: str) -> DocumentText:
        left.append(ReadingProcess(Job("text", "plain", QUICK), lambda: False))
        return DocumentText()

    drill = Drill(inspection, places, leaves_its_process)
    with pytest.raises(AssertionError, match="left a process behind"):
        drill.run(0, next(hostile(1, SEED)))
    left[0].close()
