"""The bridge between the window and the record."""

from functools import partial
from threading import Event

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from wellled_desktop.inspection.commands import PlanSession, SaveDraft, SetEvidenceState, WriteLine
from wellled_desktop.store import reading
from wellled_desktop.ui.page import Opened
from wellled_desktop.vault.library import OpenInspection

PLAN = PlanSession("s1", "interview", ("chief-executive",))


def test_what_is_done_is_on_disk_when_it_is_told(opened: Opened, inspection: OpenInspection, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.bridge.changed):
        opened.bridge.do(PLAN)
    assert [one.id for one in inspection.reader().read(reading.sessions)] == ["s1"]


def test_what_is_refused_is_told_and_counted_as_unsaved(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignals([opened.bridge.refused, opened.bridge.unsaved]):
        opened.bridge.do(SetEvidenceState("W9.E1", "gathered"))


def test_an_asker_that_has_gone_gets_no_answer_but_it_counts_as_unsaved(opened: Opened, qtbot: QtBot) -> None:
    heard: list[str] = []
    asker = QObject()
    with qtbot.waitSignal(opened.bridge.unsaved):
        opened.bridge.do(SetEvidenceState("W9.E1", "gathered"), refused=heard.append, owner=asker)
        shiboken6.delete(asker)
    assert heard == []


def test_what_is_on_its_way_is_counted(opened: Opened, qtbot: QtBot) -> None:
    counts: list[int] = []
    opened.bridge.pending.connect(counts.append)
    opened.bridge.do(PLAN)
    opened.bridge.do(SetEvidenceState("W1.E1", "gathered"))
    opened.bridge.do(SetEvidenceState("W9.E1", "gathered"), refused=lambda _sentence: None)
    qtbot.waitUntil(lambda: len(counts) == 6)
    assert counts == [1, 2, 3, 2, 1, 0]


def test_finish_answers_after_every_refusal_was_told(opened: Opened, qtbot: QtBot) -> None:
    heard: list[str] = []
    opened.bridge.unsaved.connect(lambda _sentence: heard.append("unsaved"))
    opened.bridge.do(PLAN)
    opened.bridge.do(SetEvidenceState("W9.E1", "gathered"))
    opened.bridge.finish(opened.bridge, lambda: heard.append("finished"))
    qtbot.waitUntil(lambda: "finished" in heard)
    assert heard == ["unsaved", "finished"]


def test_closing_records_what_was_asked_before(opened: Opened, inspection: OpenInspection) -> None:
    opened.bridge.do(PLAN)
    for number in range(50):
        opened.bridge.do(WriteLine(f"l{number}", "s1", f"Line {number}"))
    reader = inspection.reader()
    opened.bridge.close()
    assert len(reader.read(partial(reading.lines, session_id="s1"))) == 50
    reader.close()


def test_closing_tells_long_work_to_end_and_waits_for_it(opened: Opened) -> None:
    cancelled, ended = Event(), Event()

    def job() -> None:
        cancelled.wait(10)
        ended.set()

    opened.bridge.closing.connect(cancelled.set)
    opened.bridge.work(opened.bridge, job, lambda _answer: None, lambda _problem: None)
    opened.bridge.close()
    assert ended.is_set()


def test_after_closing_nothing_is_recorded_and_that_is_said(opened: Opened) -> None:
    heard: list[str] = []
    opened.bridge.close()
    opened.bridge.close()
    opened.bridge.do(PLAN, refused=heard.append)
    opened.bridge.ask(opened.bridge, reading.sessions, lambda _answer: heard.append("answered"))
    opened.bridge.remember("window", b"1")
    assert len(heard) == 1
    assert "was not recorded" in heard[0]


def test_of_several_things_to_remember_the_last_is_kept(opened: Opened, qtbot: QtBot) -> None:
    for number in range(20):
        opened.bridge.remember("window", str(number).encode())
    with qtbot.waitSignal(opened.bridge.saved):
        opened.bridge.do(PLAN)
    assert opened.bridge.remembered("window") == b"19"


def test_an_anchor_is_noted_behind_what_was_asked_before(
    opened: Opened, inspection: OpenInspection, qtbot: QtBot
) -> None:
    before = inspection.anchored()
    opened.bridge.do(PLAN, SaveDraft("s1", "typed"))
    opened.bridge.anchor()
    heard: list[str] = []
    opened.bridge.finish(opened.bridge, lambda: heard.append("finished"))
    qtbot.waitUntil(lambda: bool(heard))
    after = inspection.anchored()
    assert before is not None
    assert after is not None
    assert after.n == before.n + 2


def test_a_defect_is_told_as_not_recorded_and_comes_up_on_the_ui_thread(opened: Opened, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(opened.bridge.refused) as told:
        opened.bridge.do("no command")  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert "was not recorded" in told.args[0]
    assert caught[0][0] is TypeError
