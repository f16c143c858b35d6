"""Coverage is read once for all that show it, and never before those who type."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from wellled_desktop.inspection.commands import AddLocalNode, Command, PlanSession, SaveDraft, WriteLine
from wellled_desktop.inspection.triangulation.coverage import KloeCoverage
from wellled_desktop.store import triangulation_reading
from wellled_desktop.store.errors import StoreError
from wellled_desktop.ui.coverage import Coverage, coverage_of
from wellled_desktop.ui.page import Opened

LONG = 60_000
PLAN = PlanSession("s1", "interview", ("chief-executive",))


class Reads:
    """What was read, each time."""

    def __init__(self, coverage: Coverage) -> None:
        self.found: list[tuple[KloeCoverage, ...]] = []
        coverage.read.connect(self.found.append)

    @property
    def culture(self) -> list[str]:
        return [point.words for point in self.found[-1][2].points]


@pytest.fixture
def patient(opened: Opened) -> Iterator[Coverage]:
    """One that reads when it is told to: for its own pause the test would have to wait."""
    made = Coverage(opened, quiet_ms=LONG, most_ms=LONG)
    yield made
    opened.bridge.closing.emit()


def recorded(opened: Opened, qtbot: QtBot, *commands: Command) -> None:
    with qtbot.waitSignal(opened.bridge.changed, timeout=10_000):
        opened.bridge.do(*commands)


def line(number: int) -> WriteLine:
    return WriteLine(f"l{number}", "s1", "Said.", tags=("W3.1",))


def test_the_first_to_want_it_has_it_read_and_the_next_has_what_is_known(
    opened: Opened, patient: Coverage, qtbot: QtBot
) -> None:
    reads = Reads(patient)
    patient.refresh()
    qtbot.waitUntil(lambda: len(reads.found) == 1)
    patient.refresh()
    assert reads.found == [patient.found, patient.found]
    assert reads.culture == ["W3 has nothing yet on any of its prompts"]


def test_a_reading_that_the_disk_refused_is_not_the_last(
    opened: Opened, patient: Coverage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_connection: object, **_asked: object) -> None:
        raise StoreError("The disk could not be read.")

    with monkeypatch.context() as broken, qtbot.waitSignal(opened.bridge.refused):
        broken.setattr(triangulation_reading, "covered", refuse)
        patient.refresh()
    reads = Reads(patient)
    patient.refresh()
    qtbot.waitUntil(lambda: len(reads.found) == 1)


def test_what_is_wanted_and_not_known_yet_is_read_in_the_next_pause(opened: Opened, qtbot: QtBot) -> None:
    coverage = Coverage(opened, quiet_ms=20)
    reads = Reads(coverage)
    coverage.want()
    coverage.want()
    assert coverage.is_waiting
    qtbot.waitUntil(lambda: len(reads.found) == 1, timeout=10_000)
    coverage.want()
    assert reads.found == [coverage.found, coverage.found]


def test_lines_one_after_another_are_read_once_and_only_in_a_pause(
    opened: Opened, patient: Coverage, qtbot: QtBot
) -> None:
    reads = Reads(patient)
    patient.refresh()
    qtbot.waitUntil(lambda: len(reads.found) == 1)
    recorded(opened, qtbot, PLAN)
    assert not patient.is_waiting, "a session that is planned changes nothing"
    for number in range(5):
        recorded(opened, qtbot, line(number))
    assert patient.is_waiting
    assert len(reads.found) == 1
    patient.refresh()
    qtbot.waitUntil(lambda: len(reads.found) == 3, timeout=10_000)
    assert reads.found[1] == reads.found[0], "what is known is told at once"
    assert "W3.1 rests on one source (executive)" in reads.culture
    assert not patient.is_waiting


def test_a_pause_is_enough_and_a_draft_alone_changes_nothing(opened: Opened, qtbot: QtBot) -> None:
    coverage = Coverage(opened, quiet_ms=50, most_ms=LONG)
    reads = Reads(coverage)
    recorded(opened, qtbot, PLAN, line(1))
    qtbot.waitUntil(lambda: len(reads.found) == 1, timeout=10_000)
    recorded(opened, qtbot, SaveDraft("s1", "a draft alone"))
    assert not coverage.is_waiting


class HandTimer:
    """Never fires; counts how often it was begun anew."""

    def __init__(self) -> None:
        self.begun = 0

    def start(self) -> None:
        self.begun += 1

    def stop(self) -> None:
        self.begun = 0

    def isActive(self) -> bool:  # noqa: N802
        return self.begun > 0


def test_typing_puts_it_off_but_not_past_the_latest_moment(opened: Opened, qtbot: QtBot) -> None:
    coverage, timer = Coverage(opened, most_ms=LONG), HandTimer()
    coverage._soon = timer  # type: ignore[assignment]
    recorded(opened, qtbot, PLAN, line(1))
    recorded(opened, qtbot, SaveDraft("s1", "being written"))
    assert timer.begun == 2, "the pause begins anew"
    coverage._most_ms = 0
    recorded(opened, qtbot, SaveDraft("s1", "being written still"), line(2))
    assert timer.begun == 2, "it has been put off long enough"


def test_while_one_is_read_one_more_is_at_most_on_its_way(opened: Opened, patient: Coverage, qtbot: QtBot) -> None:
    reads = Reads(patient)
    for _ in range(4):
        patient.refresh()
    qtbot.waitUntil(lambda: len(reads.found) == 2, timeout=10_000)
    opened.bridge.finish(patient, lambda: reads.found.append(()))
    qtbot.waitUntil(lambda: reads.found[-1] == (), timeout=10_000)
    assert len(reads.found) == 3


def test_with_another_framework_in_use_the_next_reading_is_of_that(
    opened: Opened, patient: Coverage, qtbot: QtBot
) -> None:
    reads = Reads(patient)
    recorded(opened, qtbot, AddLocalNode("n1", "W3", "prompt", "Who walks at night?"))
    assert patient.is_waiting
    opened.scope = type(opened.scope)(opened.scope.trust_types, {f"W3.{at}": "Not here." for at in range(2, 10)}, {})
    patient.refresh()
    qtbot.waitUntil(lambda: bool(reads.found), timeout=10_000)
    assert reads.culture == ["W3 has nothing yet on any of its prompts"]
    recorded(opened, qtbot, PLAN, line(1))
    patient.refresh()
    qtbot.waitUntil(lambda: "W3 has nothing yet on 1 of 2 prompts" in reads.culture, timeout=10_000)


def test_all_ask_the_same_one(opened: Opened) -> None:
    assert coverage_of(opened) is coverage_of(opened)
