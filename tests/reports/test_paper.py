"""What is printed for paper: question sheets and blank role cards, page by page."""

import datetime as dt
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.reports.days import DAY
from tests.store.conftest import HandClock
from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.role_cards import card_for
from wellled_desktop.framework.scope import Scope, scope_for
from wellled_desktop.inspection.commands import AddQuestions, NewQuestion, PlanSession, SetQuestionState
from wellled_desktop.inspection.read_models import InspectionDetail
from wellled_desktop.inspection.sheet import DaySheets
from wellled_desktop.reports.blocks import Heading, ToWrite, Words
from wellled_desktop.reports.errors import ReportCancelled
from wellled_desktop.reports.fonts import Fonts
from wellled_desktop.reports.question_sheets import question_sheets, write_question_sheets
from wellled_desktop.reports.role_cards import role_cards, roles_with_a_card, write_role_cards
from wellled_desktop.store import reading, sheet_reading
from wellled_desktop.store.store import Store

NINE = dt.datetime.combine(DAY, dt.time(9), dt.UTC)
LONG = "Is it so that 😀 the words of a question " + "go on and on " * 60 + "?"


@pytest.fixture
def sheets(store: Store, clock: HandClock) -> DaySheets:
    assert clock
    plan = PlanSession("s1", "interview", ("chief-executive",), planned_start=NINE, place="Board room", lead="A. Lead")
    questions = tuple(
        NewQuestion(f"q{number}", f"Question {number}?", "Nothing on it yet.", "role card") for number in range(10)
    )
    own = NewQuestion("own", LONG, "Added by A. Inspector.", "own")
    store.execute(
        plan,
        PlanSession("s2", "panel", ("governors",), planned_start=NINE + dt.timedelta(hours=2)),
        AddQuestions("s1", (*questions, own)),
        SetQuestionState("q0", "answered"),
        SetQuestionState("q1", "dropped"),
    )
    return store.read(partial(sheet_reading.day_sheets, day=DAY, device="laptop-a"))


@pytest.fixture
def inspection(store: Store) -> InspectionDetail:
    detail = store.read(reading.inspection_detail)
    assert detail is not None
    return detail


@pytest.fixture
def scope(real_pack: Pack) -> Scope:
    return scope_for(real_pack, ("acute",))


def pages(out: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(out).pages]


def test_every_page_has_the_marking_and_its_number_and_every_session_its_own_first_page(
    sheets: DaySheets, real_pack: Pack, fonts: Fonts, tmp_path: Path
) -> None:
    out = tmp_path / "sheets.pdf"
    facts = write_question_sheets(sheets, real_pack, out, fonts)
    texts = pages(out)
    assert facts.pages == len(texts) > 2
    for number, text in enumerate(texts, start=1):
        assert text.count("OFFICIAL-SENSITIVE") == 2
        assert f"Page {number} of {len(texts)}" in text
    # Once at the head of each page, so that loose sheets can be put together again; on the first as its heading, too.
    assert [text.count("Interview:") for text in texts] == [2, *[1] * (len(texts) - 2), 0]
    assert [text.count("Panel:") for text in texts] == [*[0] * (len(texts) - 1), 2]
    whole = "\n".join(texts)
    assert all(whole.count(f"Question {number}?") == (number != 1) for number in range(10))


def test_a_sheet_says_when_where_who_and_why_and_ticks_what_was_done(sheets: DaySheets, real_pack: Pack) -> None:
    document = question_sheets(sheets, real_pack, dt.UTC)
    heading = next(block for block in document.blocks if isinstance(block, Heading))
    assert (heading.label, heading.text, heading.aside) == ("S-01", "Interview: Chief executive", "10 questions")
    said = repr(document.blocks)
    assert all(words in said for words in ("09:00, 60 minutes", "Board room", "Lead: A. Lead"))
    first, second, *_ = (block for block in document.blocks if isinstance(block, ToWrite))
    assert first.why == "From the role card. Nothing on it yet."
    assert first.ticks == (("Asked", True), ("Answered", True), ("Parked", False))
    assert second.text == "Question 2?"
    assert not any(ticked for _, ticked in second.ticks)


def test_a_session_without_questions_still_has_room_to_write(sheets: DaySheets, real_pack: Pack) -> None:
    last = question_sheets(sheets, real_pack).blocks[-3:]
    assert isinstance(last[0], Words)
    assert last[0].text == "No question is on this sheet yet."
    assert isinstance(last[2], ToWrite)
    assert last[2].lines > 4


def test_a_day_without_sessions_says_so(store: Store, real_pack: Pack) -> None:
    none = store.read(partial(sheet_reading.day_sheets, day=DAY, device="laptop-a"))
    (only,) = question_sheets(none, real_pack).blocks
    assert isinstance(only, Words)
    assert only.text.startswith("No session is planned on")


def test_sheets_of_chosen_sessions_alone_can_be_read(store: Store, sheets: DaySheets) -> None:
    assert len(sheets.sessions) == 2
    asked = partial(sheet_reading.day_sheets, day=DAY, device="laptop-a", sessions=("s2",))
    assert [one.id for one in store.read(asked).sessions] == ["s2"]


def test_a_role_card_has_everything_that_is_raised_with_the_role_and_why(
    inspection: InspectionDetail, real_pack: Pack, scope: Scope
) -> None:
    document = role_cards(inspection, real_pack, scope, ("chief-executive",))
    printed = [block for block in document.blocks if isinstance(block, ToWrite)]
    card = card_for(real_pack, ("chief-executive",), scope)
    assert [block.ref for block in printed] == [entry.node for entry in card]
    assert all(entry.because in block.why for block, entry in zip(printed, card, strict=True))
    assert {block.lines for block in printed if block.why.endswith("This is one of them.")} == {1}
    assert all(block.lines >= 2 for block in printed if not block.why.endswith("This is one of them."))


def test_the_cards_of_all_roles_begin_on_pages_of_their_own(
    inspection: InspectionDetail, real_pack: Pack, scope: Scope, fonts: Fonts, tmp_path: Path
) -> None:
    out = tmp_path / "cards.pdf"
    facts = write_role_cards(inspection, real_pack, out, fonts)
    texts = pages(out)
    assert facts.pages == len(texts)
    firsts = [text for text in texts if "Date and time" in text]
    assert len(firsts) == len(roles_with_a_card(real_pack, scope))
    assert all(text.count("OFFICIAL-SENSITIVE") == 2 for text in texts)


def test_a_role_without_a_card_says_so(inspection: InspectionDetail, real_pack: Pack, scope: Scope) -> None:
    import msgspec

    bare = msgspec.structs.replace(real_pack, role_cards=())
    blocks = role_cards(inspection, bare, scope, ("governors",)).blocks
    assert any(isinstance(block, Words) and "nothing in particular" in block.text for block in blocks)


def test_printing_can_be_stopped_and_leaves_nothing(
    inspection: InspectionDetail, real_pack: Pack, fonts: Fonts, tmp_path: Path
) -> None:
    with pytest.raises(ReportCancelled):
        write_role_cards(inspection, real_pack, tmp_path / "cards.pdf", fonts, cancelled=lambda: True)
    assert list(tmp_path.glob("cards*")) == []
