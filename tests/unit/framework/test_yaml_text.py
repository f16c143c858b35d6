"""The small part of YAML that a pack is written in."""

import pytest

from wellled_desktop.framework.pack_errors import wrong_value
from wellled_desktop.framework.yaml_text import YamlProblem, read_yaml


def test_plain_scalars_are_words_whole_numbers_and_little_else() -> None:
    read = read_yaml(b"[yes, no, W1.1, 2020-01-15, 1.5, 12, -3, true, false, null, ~, '12', 'null']")
    assert read.value == ["yes", "no", "W1.1", "2020-01-15", "1.5", 12, -3, True, False, None, None, "12", "null"]


def test_every_value_knows_its_line() -> None:
    read = read_yaml(b"id: W1\nprompts:\n- text: one\n- text: two\n  lines: [4]\n")
    assert read.line("$.prompts[1].text") == 4
    assert read.line("$.prompts[1].lines[0]") == 5
    assert read.line("$.prompts[1].lines[7].nowhere") == 5
    assert read.line("$.nowhere") == 1
    assert read.line("") == 1


def test_a_text_may_begin_with_the_mark_of_its_encoding() -> None:
    assert read_yaml(b"\xef\xbb\xbfid: W1\n").value == {"id": "W1"}


def test_text_that_is_not_utf8_is_told_with_its_line() -> None:
    with pytest.raises(YamlProblem) as told:
        read_yaml(b"id: W1\ntext: caf\xe9\n")
    assert told.value.line == 2


def test_a_validation_message_that_we_do_not_know_is_passed_on() -> None:
    read = read_yaml(b"id: W1\n")
    assert str(wrong_value("w1.yaml", read, "Something new - at `$.id`")) == "w1.yaml, line 1 (id): something new."
