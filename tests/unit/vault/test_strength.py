"""The strength of a passphrase as it is shown while one is chosen."""

import time

import pytest

from wellled_desktop.vault.strength import strength


@pytest.mark.parametrize(
    ("passphrase", "words"),
    [
        ("", "too short"),
        ("xK9$vQ2!m", "too short"),
        ("e\u0301" * 8, "too short"),
        ("password12", "weak"),
        ("Password123!", "weak"),
        ("P4ssw0rd!!", "weak"),
        ("Trustno1Trustno1", "weak"),
        ("Summer2026!!", "weak"),
        ("inspection trust", "weak"),
        ("aaaaaaaaaaaa", "weak"),
        ("1234567890", "weak"),
        ("9876543210", "weak"),
        ("qwertyuiop12", "weak"),
        ("1qaz2wsx3edc", "weak"),
        ("asdf asdf asdf", "weak"),
        ("horse horse horse horse", "weak"),
        ("10 03 2026 2025", "weak"),
        ("horse battery staple", "fair"),
        ("my dog likes rain", "fair"),
        ("correct horse battery staple", "good"),
        ("xK9$vQ2!mZ7p", "good"),
        ("walrus banjo teapot quilt ladder", "strong"),
        ("xK9$vQ2!mZ7p#4Wd", "strong"),
        ("façade naïveté crème brûlée soupçon", "strong"),
    ],
)
def test_it_is_judged_as_a_person_would(passphrase: str, words: str) -> None:
    judged = strength(passphrase)
    assert judged.words == words
    assert judged.level == ["too short", "weak", "fair", "good", "strong"].index(words)


def test_another_word_never_makes_it_weaker() -> None:
    words = "walrus banjo teapot quilt ladder pigeon".split()  # noqa: SIM905
    levels = [strength(" ".join(words[:count])).level for count in range(1, 7)]
    assert levels == sorted(levels)
    assert levels[-1] == 4


def test_the_advice_says_what_would_help() -> None:
    assert strength("short").advice == "At least 10 characters; 5 more to go."
    assert "first things anybody tries" in strength("my password is long").advice
    assert "first things anybody tries" in strength("Password123!").advice
    assert "keyboard runs" in strength("bbbbbbbbbbbbbbb").advice
    assert "keyboard runs" in strength("zxcvbnmasdfgh").advice
    assert "Another unrelated word" in strength("horse battery").advice
    assert strength("walrus banjo teapot quilt ladder").advice == ""


def test_it_is_fast_enough_to_be_asked_at_each_key() -> None:
    began = time.process_time()
    for _ in range(100):
        strength("walrus banjo teapot quilt ladder" * 3)
    assert (time.process_time() - began) / 100 < 0.005
