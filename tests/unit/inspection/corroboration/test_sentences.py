"""Pieces of text become sentences with one punctuation mark at the end."""

import pytest

from wellled_desktop.inspection.corroboration.sentences import ended, unended


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Who waits", "Who waits."),
        ("Who waits?", "Who waits?"),
        ("Done. ", "Done."),
        ("to answer “Who waits?”", "to answer “Who waits?”"),
        ("(of the board.)", "(of the board.)"),
        ("the rota:", "the rota."),
        ("", ""),
    ],
)
def test_a_sentence_ends_once(text: str, sentence: str) -> None:
    assert ended(text) == sentence


def test_to_be_quoted_a_full_stop_goes_and_a_question_mark_stays() -> None:
    assert unended("Nobody waits. ") == "Nobody waits"
    assert unended("Who waits?") == "Who waits?"
