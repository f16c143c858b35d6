"""The minutes of the evening meeting as a PDF: everything decided is in them, and nobody at the trust is named."""

import datetime as dt
from functools import partial
from itertools import count
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader

from tests.reports.days import DAY
from tests.store.conftest import HandClock
from tests.store.packs import tiny_pack
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.commands import NewParticipant, PlanSession, WriteLine
from wellled_desktop.inspection.corroboration import deciding
from wellled_desktop.inspection.corroboration.agenda import Item
from wellled_desktop.inspection.corroboration.minutes import Minutes
from wellled_desktop.reports.corroboration_minutes import corroboration_minutes, write_corroboration_minutes
from wellled_desktop.reports.errors import ReportCancelled
from wellled_desktop.reports.fonts import Fonts
from wellled_desktop.store import corroboration_reading as meeting
from wellled_desktop.store.store import Store

PACK = tiny_pack()
BASIS = meeting.Basis(PACK, scope_for(PACK, ("acute",)))
SECRET = "Zebedee Quillfinch"


@pytest.fixture
def heard(store: Store) -> Store:
    chief = NewParticipant("p1", "chief-executive", "Sister Maplethorpe", name=SECRET)
    store.execute(
        PlanSession("s1", "interview", ("chief-executive",), (chief,)),
        PlanSession("s2", "panel", ("governors",)),
        WriteLine("l1", "s1", "It is so.", speaker="p1", tags=("W1.1",), weight="strength"),
        WriteLine("l2", "s1", "It is not.", speaker="p1", tags=("W1.1",), points_other_way=True),
    )
    return store


def items(store: Store) -> dict[str, Item]:
    found = store.read(partial(meeting.evening, basis=BASIS, day=DAY))
    return {item.kind: item for item in found.agenda.kloes[0].items}


def minutes(store: Store) -> Minutes:
    return store.read(partial(meeting.minutes, pack=PACK, day=DAY, device="laptop-a"))


def written(store: Store, out: Path, fonts: Fonts) -> str:
    write_corroboration_minutes(minutes(store), out, fonts, made_at=dt.datetime(2026, 11, 24, 20, tzinfo=dt.UTC))
    return " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split())


def test_every_outcome_is_there_with_what_it_became_who_and_when_and_nobody_is_named(
    heard: Store, tmp_path: Path, fonts: Fonts
) -> None:
    found = items(heard)
    numbers = count(1)

    def new_id() -> str:
        return f"id{next(numbers):06}"

    heard.execute(
        *deciding.asked_of_the_trust(found["contradicted"], f"Diary of {SECRET}", f"{SECRET}'s office", DAY, new_id)
    )
    evening = heard.read(partial(meeting.evening, basis=BASIS, day=DAY))
    heard.execute(*deciding.taken_back(evening.outcomes[0], evening.became[evening.outcomes[0].id]))
    heard.execute(*deciding.asked_in_session(found["contradicted"], "s2", "Who is <b>seen</b> & when?", DAY, new_id))
    heard.execute(*deciding.dropped(found["one source only"], "Maplethorpe said so", DAY, new_id))
    heard.execute(*deciding.enough(found["new today"], DAY, new_id))
    text = written(heard, tmp_path / "minutes.pdf", fonts)
    blocks = str(corroboration_minutes(minutes(heard)).blocks)
    for piece in (
        "R-001 (withdrawn since), asked of [name]'s office: Diary of [name]",
        "Withdrawn by A. Inspector at", "a question for S-02: Who is <b>seen</b> & when?", "Reason: [name] said so",
    ):  # fmt: skip
        assert piece in blocks
    for piece in ("Corroboration minutes", "A. Inspector", "Enough 1 item", "Dropped 1 item", "OFFICIAL-SENSITIVE"):
        assert piece in text
    for secret in ("Zebedee", "Quillfinch", "Maplethorpe"):
        assert secret.casefold() not in text.casefold()


def test_what_was_withdrawn_on_another_day_says_on_which(heard: Store, clock: HandClock) -> None:
    heard.execute(*deciding.enough(items(heard)["contradicted"], DAY, lambda: "o1"))
    evening = heard.read(partial(meeting.evening, basis=BASIS, day=DAY))
    clock.pass_minutes(24 * 60)
    heard.execute(*deciding.taken_back(evening.outcomes[0], deciding.Became()))
    assert "Withdrawn by A. Inspector on" in str(corroboration_minutes(minutes(heard)).blocks)


def test_an_item_counts_once_by_what_stands_and_what_no_longer_does_is_listed(
    heard: Store, clock: HandClock, tmp_path: Path, fonts: Fonts
) -> None:
    found = items(heard)
    numbers = count(1)

    def new_id() -> str:
        return f"id{next(numbers):06}"

    for kind in ("contradicted", "contradicted", "new today"):
        clock.pass_minutes(1)
        heard.execute(*deciding.enough(found[kind], DAY, new_id))
    *_, other = heard.read(partial(meeting.evening, basis=BASIS, day=DAY)).outcomes
    heard.execute(
        *deciding.taken_back(other, deciding.Became()), *deciding.dropped(found["new today"], "seen", DAY, new_id)
    )
    text = written(heard, tmp_path / "minutes.pdf", fonts)
    assert "2 outcomes, 2 no longer standing" in text
    assert "Enough 1 item" in text
    assert "Dropped 1 item" in text
    blocks = str(corroboration_minutes(minutes(heard)).blocks)
    assert (blocks.count("Decided again at"), blocks.count("Withdrawn by A. Inspector at")) == (1, 1)
    assert blocks.index("Decided again at") < blocks.index("Withdrawn by A. Inspector at")


def test_what_was_recorded_on_another_day_says_on_which(heard: Store, clock: HandClock) -> None:
    new = items(heard)["new today"]
    clock.pass_minutes(24 * 60)
    heard.execute(*deciding.enough(new, DAY, lambda: "o1"))
    blocks = str(corroboration_minutes(minutes(heard)).blocks)
    assert "A. Inspector\\n25 November 2026, " in blocks
    first, _, last = blocks.partition("('Time', '25 November 2026, ")[2].partition("')")[0].partition(" to ")
    assert first == last


def test_a_day_without_outcomes_says_so_and_nothing_of_the_app(store: Store, tmp_path: Path, fonts: Fonts) -> None:
    text = written(store, tmp_path / "minutes.pdf", fonts)
    assert "Nothing was decided." in text
    assert "Ctrl" not in text


def test_the_head_of_a_page_has_the_trust_s_name_whole_where_there_is_room(
    heard: Store, tmp_path: Path, fonts: Fonts
) -> None:
    name = "Marram and Ferrow Vale NHS Foundation Trust (invented)"
    heard.execute(*deciding.enough(items(heard)["contradicted"], DAY, lambda: "o1"))
    found = minutes(heard)
    found = msgspec.structs.replace(found, inspection=msgspec.structs.replace(found.inspection, trust_name=name))
    out = tmp_path / "minutes.pdf"
    write_corroboration_minutes(found, out, fonts)
    (page, *_) = PdfReader(out).pages
    assert name in " ".join(page.extract_text().split())


def test_a_kloe_without_outcomes_says_so(heard: Store) -> None:
    heard.execute(*deciding.enough(items(heard)["contradicted"], DAY, lambda: "o1"))
    found = minutes(heard)
    two = Minutes(found.inspection, found.day, found.took_part, (*found.kloes, ("W2", "Vision", ())), found.head)
    assert "Nothing was decided." in str(corroboration_minutes(two).blocks)


def test_stopped_midway_nothing_is_written(heard: Store, tmp_path: Path, fonts: Fonts) -> None:
    out = tmp_path / "minutes.pdf"
    with pytest.raises(ReportCancelled):
        write_corroboration_minutes(minutes(heard), out, fonts, cancelled=lambda: True)
    assert not out.exists()


def many(found: Minutes, reasons: list[str]) -> Minutes:
    """The minutes with so many outcomes on each of two KLOEs, each with its reason."""
    (kloe, sub_heading, (one, *_)), *rest = found.kloes
    minuted = tuple(
        msgspec.structs.replace(one, words=msgspec.structs.replace(one.words, reason=reason)) for reason in reasons
    )
    return msgspec.structs.replace(found, kloes=((kloe, sub_heading, minuted), ("W2", "Vision", minuted), *rest[1:]))


def pages(found: Minutes, out: Path, fonts: Fonts) -> list[str]:
    write_corroboration_minutes(found, out, fonts)
    return [" ".join(page.extract_text().split()) for page in PdfReader(out).pages]


def test_a_page_is_headed_by_the_kloe_it_begins_with(heard: Store, tmp_path: Path, fonts: Fonts) -> None:
    heard.execute(*deciding.enough(items(heard)["contradicted"], DAY, lambda: "o1"))
    of_w1, of_w2 = "W1 Leadership \u00b7 Tuesday", "W2 Vision \u00b7 Tuesday"
    found = pages(many(minutes(heard), ["It was seen on the ward. " * 8] * 9), tmp_path / "minutes.pdf", fonts)
    (turning,) = (text for text in found[1:] if "W2 9 outcomes Vision" in text)
    assert (of_w1 in turning, of_w2 in turning) == (True, False)
    assert of_w2 in found[-1]


def test_a_page_that_begins_with_a_heading_is_headed_by_it(heard: Store, tmp_path: Path, fonts: Fonts) -> None:
    heard.execute(*deciding.enough(items(heard)["contradicted"], DAY, lambda: "o1"))
    for rows in range(5, 30):
        found = pages(many(minutes(heard), ["Seen."] * rows), tmp_path / f"minutes-{rows}.pdf", fonts)
        turning = [text for text in found[1:] if f"W2 {rows} outcomes Vision" in text.partition("No. What")[0]]
        if turning:
            assert "W2 Vision \u00b7 Tuesday" in turning[0]
            return
    pytest.fail("no page began with the heading")


def test_a_row_that_is_longer_than_a_page_goes_on_under_its_number(heard: Store, tmp_path: Path, fonts: Fonts) -> None:
    heard.execute(*deciding.enough(items(heard)["contradicted"], DAY, lambda: "o1"))
    found = pages(many(minutes(heard), ["Seen.", "It was seen on the ward. " * 200]), tmp_path / "minutes.pdf", fonts)
    assert any("2, continued" in text for text in found[1:])
    assert not any("1, continued" in text for text in found)


def test_a_row_of_a_third_of_a_page_stays_on_one(heard: Store, tmp_path: Path, fonts: Fonts) -> None:
    heard.execute(*deciding.enough(items(heard)["contradicted"], DAY, lambda: "o1"))
    reason = f"Begun. {'It was seen on the ward. ' * 18} Ended."
    found = pages(many(minutes(heard), [reason] * 12), tmp_path / "minutes.pdf", fonts)
    assert len(found) > 4
    assert not any("continued" in text for text in found)
    assert all(text.count("Begun.") == text.count("Ended.") for text in found)
