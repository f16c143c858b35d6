"""What a day report says of the groups that were heard: nothing of fewer than five, neither number nor session."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.reports.conftest import ReadDay, ZoneClock
from tests.reports.test_day_forms import facts, table
from tests.store.conftest import KEY, WRITER
from tests.store.packs import create_inspection, pack_with_groups
from wellled_desktop.inspection.commands import AnswerForm, PlanSession, StartSession
from wellled_desktop.inspection.read_models import DayReport
from wellled_desktop.reports.blocks import Document
from wellled_desktop.reports.day_content import day_content
from wellled_desktop.store.store import Store

LEFT_OUT = "Groups of fewer than five are not named here."


@pytest.fixture
def store(tmp_path: Path, clock: ZoneClock) -> Iterator[Store]:
    """On a framework that has groups, with a focus group under way."""
    opened = Store(tmp_path / "groups.db", KEY, WRITER, clock)
    framework = msgspec.json.encode(pack_with_groups()).decode()
    opened.execute(msgspec.structs.replace(create_inspection(), framework=framework))
    opened.execute(PlanSession("s1", "focus-group", ("governors",)), StartSession("s1"))
    yield opened
    opened.close()


def made(report: DayReport) -> Document:
    return day_content(report, pack_with_groups(), made_at=report.head.at)


def test_a_group_of_five_or_more_is_named_without_its_number_and_a_smaller_one_is_not(
    store: Store, read_day: ReadDay
) -> None:
    store.execute(AnswerForm("s1", "groups-heard", ("night-staff 12", "carers 3")))
    assert facts(made(read_day()))["Groups heard"] == f"Night staff: five or more\n{LEFT_OUT}"
    store.execute(AnswerForm("s1", "groups-heard", ("carers 3",)))
    assert facts(made(read_day()))["Groups heard"] == LEFT_OUT


@pytest.mark.parametrize(
    ("heads", "on_form", "beside"),
    [(3, "Fewer than five", "fewer than five people"), (14, "14", "14 people"), (0, "0", "0 people")],
)
def test_a_head_count_below_five_is_no_number(
    store: Store, read_day: ReadDay, heads: int, on_form: str, beside: str
) -> None:
    store.execute(AnswerForm("s1", "head-count", heads))
    document = made(read_day())
    assert facts(document)["Head count"] == on_form
    (row,) = table(document, "What and who")
    assert beside in "\n".join(row.cells)
