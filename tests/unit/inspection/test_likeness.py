"""A risk register is searched by words, and what shares words with a worry comes first."""

import datetime as dt

from wellled_desktop.inspection.likeness import RiskIndex
from wellled_desktop.inspection.read_models import Risk

NOW = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)


def risk(reference: str, title: str, owner: str = "") -> Risk:
    return Risk(reference, reference, title, "12", owner, "register.xlsx", NOW)


INDEX = RiskIndex(
    (
        risk("R10", "Fire doors at the north site", "Estates"),
        risk("R2", "Roof of ward 7", "Estates"),
        risk("BAF", "Nurses at night on the elderly wards", "Chief nurse"),
        risk("R1", "Waiting times at night"),
    )
)


def references(typed: str = "", like: str = "") -> list[str]:
    return [one.reference for one in INDEX.found(typed, like)]


def test_entries_stand_in_the_order_of_their_numbers() -> None:
    assert references() == ["BAF", "R1", "R2", "R10"]


def test_every_word_typed_must_be_somewhere_in_the_entry() -> None:
    assert references("estates") == ["R2", "R10"]
    assert references("ESTATES roof") == ["R2"]
    assert references("r10") == ["R10"]
    assert references("nothing such") == []


def test_those_that_share_the_most_words_with_a_worry_come_first() -> None:
    assert references(like="We never have enough nurses at night.") == ["BAF", "R1", "R2", "R10"]
    assert references(like="The night, and the waiting") == ["R1", "BAF", "R2", "R10"]
    assert references("estates", like="fire") == ["R10", "R2"]
    assert INDEX.alike("We never have enough nurses at night.") == 2
    assert INDEX.alike("") == 0


def test_references_of_any_shape_are_put_in_some_order() -> None:
    index = RiskIndex(tuple(risk(one, "Title") for one in ("²", "1.10", "1.9", "", "A-1", "9" * 40)))
    assert [one.reference for one in index.found("")][1:3] == ["1.9", "1.10"]
