"""The recovery key on paper: its groups, its check, and which group was mistyped."""

import os
import random

import pytest

from wellled_desktop.vault.errors import RecoveryKeyMistyped
from wellled_desktop.vault.recovery_key import ALPHABET, RecoveryKey, looks_like_one, new_recovery_key, parse

KEY = RecoveryKey(bytes(range(7, 27)))
GROUPS = KEY.text.split("-")


def group_named(text: str) -> int | None:
    with pytest.raises(RecoveryKeyMistyped) as caught:
        parse(text)
    assert "Nothing was changed" in str(caught.value)
    if caught.value.group is not None:
        assert f"Group {caught.value.group} " in str(caught.value)
    return caught.value.group


def with_group(number: int, group: str) -> str:
    return "-".join([*GROUPS[: number - 1], group, *GROUPS[number:]])


def test_it_is_nine_groups_of_four_without_look_alikes() -> None:
    assert [len(group) for group in GROUPS] == [4] * 9
    assert set("".join(GROUPS)) <= set(ALPHABET)
    assert not set("ILOU") & set(ALPHABET)
    assert len(new_recovery_key(os.urandom).secret) == 20


def test_what_is_printed_is_read_back() -> None:
    for _ in range(50):
        key = new_recovery_key(os.urandom)
        assert parse(key.text) == key
    assert parse(RecoveryKey(bytes(20)).text.replace("0", "o").replace("1", "l")) == RecoveryKey(bytes(20))


@pytest.mark.parametrize("separator", ["", " ", "\n", " - ", "\u2013", ".", "_"])
def test_separators_do_not_matter(separator: str) -> None:
    assert parse(f" {separator.join(GROUPS).lower()} ") == KEY


def test_any_one_wrong_sign_names_its_group() -> None:
    """At all 36 places. Twenty bits of check leave about one in a thousand ambiguous, which is then said."""
    untold = 0
    for place in range(36):
        number, within = place // 4 + 1, place % 4
        for sign in ALPHABET[place % 4 :: 4]:
            group = GROUPS[number - 1]
            if sign == group[within]:
                continue
            named = group_named(with_group(number, group[:within] + sign + group[within + 1 :]))
            assert named in (number, None)
            untold += named is None
    assert untold <= 3


def test_two_neighbours_exchanged_name_their_group() -> None:
    for number, group in enumerate(GROUPS, start=1):
        exchanged = group[0] + group[2] + group[1] + group[3]
        if exchanged != group:
            assert group_named(with_group(number, exchanged)) == number


def test_a_sign_that_no_key_has_names_its_group() -> None:
    assert group_named(with_group(5, "AB?D")) == 5
    assert group_named(with_group(2, "ABUD")) == 2


@pytest.mark.parametrize("group", ["ABC", "ABCDE"])
def test_a_sign_too_few_or_too_many_names_its_group(group: str) -> None:
    assert group_named(with_group(7, group)) == 7


@pytest.mark.parametrize("text", ["", "ABCD", "-".join(GROUPS[:8]), "-".join([*GROUPS, "ABCD"])])
def test_a_wrong_number_of_groups_is_counted(text: str) -> None:
    assert group_named(text) is None


def test_groups_mixed_up_cannot_be_told_apart() -> None:
    assert group_named("-".join(reversed(GROUPS))) is None


def test_many_wrong_signs_are_never_accepted() -> None:
    chance = random.Random(7)  # noqa: S311  # a test repeats itself
    for _ in range(20):
        signs = [chance.choice(ALPHABET) for _ in range(32)]
        group_named("".join(signs) + GROUPS[8])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (KEY.text, True),
        (KEY.text.lower().replace("-", " "), True),
        (KEY.text.replace("-", ""), True),
        (KEY.text[:-1], True),
        ("-".join(GROUPS[:8]), True),
        (with_group(4, "ABC"), True),
        ("walrus banjo teapot", False),
        ("this that then when will walk talk sing fish", False),
        ("one2 three", False),
        (KEY.text.replace("-", "!"), False),
        ("", False),
    ],
)
def test_it_is_recognised_when_somebody_meant_to_type_one(text: str, meant: bool) -> None:
    assert looks_like_one(text) is meant
