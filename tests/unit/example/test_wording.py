"""How words are chosen, and that nothing is repeated while there is something new."""

import random

from wellled_desktop.inspection.example.schedule import shared_out, talk_pace
from wellled_desktop.inspection.example.wording import Talk, Wording, slip
from wellled_desktop.inspection.example.writing import Sentence


def wording() -> Wording:
    return Wording(random.Random(1), {"ward": ["Ward 7"]}, ["Here too: {line}"])  # noqa: S311  a seed, no secret


def test_choices_slots_and_numbers_are_filled_in_and_the_first_letter_is_large() -> None:
    assert wording().spoken("on {ward} {3-3} [beds|beds]") == "On Ward 7 3 beds"
    assert wording().spoken("“so it is”") == "“So it is”"
    assert wording().spoken("31 of them") == "31 of them"


def test_every_wording_is_used_before_one_is_repeated() -> None:
    words, pool = wording(), [Sentence("said [one|two|three].")]
    drawn = [words.new(pool, Talk()) for _ in range(4)]
    assert sorted(found[1] for found in drawn if found) == ["Said one.", "Said three.", "Said two."]
    assert drawn[3] is None


def test_what_was_said_in_another_session_is_noted_as_heard_again() -> None:
    words, pool = wording(), [Sentence("said it.")]
    words.new(pool, Talk())
    found = words.heard_again(pool, Talk())
    assert found is not None
    assert found[1] == "Here too: said it."


def test_what_was_heard_again_in_every_way_is_repeated_in_its_own_words_once_a_talk() -> None:
    words, pool = wording(), [Sentence("said it.")]
    words.new(pool, Talk())
    words.heard_again(pool, Talk())
    third = Talk()
    found = words.heard_again(pool, third)
    assert found is not None
    assert found[1] == "Said it."
    assert words.repeated(pool, third) is None


def test_another_sentence_of_the_same_words_is_not_repeated_in_one_talk() -> None:
    words, talk = wording(), Talk()
    words.new([Sentence("said it.")], talk)
    assert words.repeated([Sentence("said it.", tags=("W1.1",))], talk) is None


def test_words_without_a_letter_stay_as_they_are() -> None:
    assert wording().spoken("“…”") == "“…”"


def test_a_session_never_gets_the_same_sentence_twice() -> None:
    words, pool, talk = wording(), [Sentence("said [this|that].")], Talk()
    assert words.new(pool, talk) is not None
    assert words.new(pool, talk) is None
    assert words.heard_again(pool, talk) is None


def test_a_slip_changes_two_letters_of_a_long_word_only() -> None:
    chance = random.Random(3)  # noqa: S311  a seed, no secret
    assert slip("so it is", chance) == "so it is"
    slipped = slip("the programme", chance)
    assert slipped != "the programme"
    assert sorted(slipped) == sorted("the programme")


def test_parts_add_up_to_the_whole() -> None:
    assert shared_out(10, [1.0, 1.0, 1.0]) in ([4, 3, 3], [3, 4, 3], [3, 3, 4])
    assert sum(shared_out(4450, [60 * 1.1, 45, 90 * 0.3])) == 4450


def test_a_writer_keeps_to_the_length_of_the_session() -> None:
    moments = talk_pace(0, 60, 66, random.Random(5))  # noqa: S311  a seed, no secret
    assert moments == sorted(moments)
    assert moments[0] > 0
    assert moments[-1] < 3_600_000
