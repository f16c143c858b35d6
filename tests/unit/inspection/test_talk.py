"""Who talked how much."""

from tests.unit.inspection.conftest import NINE, a_line
from wellled_desktop.inspection.read_models import Talk
from wellled_desktop.inspection.speaking import spoken_share, spoken_unspoken
from wellled_desktop.inspection.talk import talk_of


def test_the_share_of_talk_counts_words_said_and_not_retracted() -> None:
    lines = [
        a_line(1, "one two three", speaker="p1"),
        a_line(2, "four", speaker="p2"),
        a_line(3, "not counted at all", speaker="p2", line_type="seen"),
        a_line(4, "taken back", speaker="p2", retracted_at=NINE),
        a_line(5, "", speaker="several"),
    ]
    shares = [(one.speaker, one.lines, one.words, one.share) for one in talk_of(lines).shares]
    assert shares == [("p1", 1, 3, 0.75), ("p2", 1, 1, 0.25), ("several", 1, 0, 0.0)]
    assert talk_of([]) == Talk()


def test_what_nobody_said_is_counted_apart_and_changes_no_share() -> None:
    lines = [
        a_line(1, "one two three", speaker="p1"),
        a_line(2, "four", speaker="several"),
        a_line(3, "after the question on nights, for a whole minute", speaker="silence"),
        a_line(4, "on the lifts", speaker="silence"),
        a_line(5, "two shook their heads", speaker="disagreement"),
        a_line(6, "who chairs it", speaker="nobody-answered"),
        a_line(7, "taken back", speaker="silence", retracted_at=NINE),
    ]
    talk = talk_of(lines)
    assert [(one.speaker, one.share) for one in talk.shares] == [("p1", 0.75), ("several", 0.25)]
    assert spoken_unspoken(talk.unspoken) == "1 line where nobody answered, 1 line of disagreement, 2 lines of silence"
    assert spoken_unspoken(()) == ""


def test_a_small_share_is_not_none() -> None:
    assert [spoken_share(share) for share in (0.0, 0.001, 0.62, 1.0)] == ["0 %", "under 1 %", "62 %", "100 %"]
