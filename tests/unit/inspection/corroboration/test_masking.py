"""Which names are taken out of what stands on the screen of the evening meeting, and which words stay."""

import pytest

from wellled_desktop.inspection.corroboration.masking import Masking, words_in

NAMES = ("Dr Anna Brightwater", "Seán O'Hara", "Will Marsh-Bell", "Jo")
FRAMEWORK = words_in(("Does a ward manager know?", "nursing director"))
MASKING = Masking(NAMES, ("Sister Quenby", "Ward Manager", "nurse A, Tarn Street", "NED"), lambda: FRAMEWORK)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Anna Brightwater told us.", "[name] told us."),
        ("brightwater's own words", "[name]'s own words"),
        ("Dr Brightwater left", "Dr [name] left"),
        ("Sean OHara, or Sean O’Hara, or ohara", "[name] OHara, or [name], or ohara"),
        ("Will Marsh said it will do", "[name] said it will do"),
        ("Marsh-Bell and Bell", "[name] and [name]"),
        ("Jo said a joke to jo", "[name] said a joke to jo"),
        ("Sister Quenby stays", "[name] stays"),
        ("Annabel is another; so is Brightwaters", "Annabel is another; so is Brightwaters"),
        ("The Ward Manager of Tarn Street; a NED", "The Ward Manager of Tarn Street; a NED"),
    ],
)
def test_a_known_name_is_taken_out_whole_or_in_part_and_nothing_else(text: str, shown: str) -> None:
    assert MASKING(text) == shown


def test_where_no_name_is_known_nothing_is_taken_out() -> None:
    assert Masking(())("Anna said so.") == "Anna said so."


def test_the_framework_is_asked_only_where_a_label_may_be_a_name() -> None:
    asked = []

    def ordinary() -> frozenset[str]:
        asked.append(1)
        return FRAMEWORK

    assert Masking((), ("nurse A", "NED"), ordinary)("A NED") == "A NED"
    assert asked == []
    assert Masking((), ("Quenby",), ordinary)("Quenby.") == "[name]."
    assert asked == [1]
