"""Identifiers sort by the time they were made, and those made in one go by their order."""

from itertools import islice

from wellled_desktop.inspection.identity import uuid7, uuid7s


def test_many_made_in_one_go_stay_in_their_order_and_differ() -> None:
    made = list(islice(uuid7s(1_795_510_800_000, lambda count: b"\xff" * count), 10_000))
    assert made == sorted(made)
    assert len(set(made)) == 10_000
    assert made[0] > uuid7(1_795_510_799_999, b"\xff" * 10)
