"""What a line introduces by a title is taken out as a name, and what only looks like it stays."""

import pytest

from wellled_desktop.inspection.corroboration.masking import Masking

FRAMEWORK = frozenset(["finance", "director", "lead", "hospital", "nurse", "nursing", "targets", "quality"])
MASKING = Masking(("Aldous Vex",), (), lambda: FRAMEWORK)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Dr Smith disagrees.", "Dr [name] disagrees."),
        ("Mrs X and Matron Y disagree.", "Mrs [name] and Matron [name] disagree."),
        ("Mr A. B. Brown's list", "Mr [name]'s list"),
        ("prof. van der Berg runs it", "prof. [name] runs it"),
        ("Sir Anselm O’Neill-Void came", "Sir [name] came"),
        ("Professor Éloise Ñu", "Professor [name]"),
        ("Sister Adeyemi runs it", "Sister [name] runs it"),
        ("Dr Anna Vex", "Dr [name]"),
        ("Mr Jones Finance Director left", "Mr [name] Finance Director left"),
        ("Mr Jones Monday at nine, Dr Ahmed ICU", "Mr [name] Monday at nine, Dr [name] ICU"),
        ("Dr Smith. The board knows.", "Dr [name]. The board knows."),
        ("Mr and Mrs Jones", "Mr and Mrs [name]"),
        ("Mr Will said Will he go?", "Mr [name] said Will he go?"),
        ("Miss Havering left", "Miss [name] left"),
    ],
)
def test_a_name_after_a_title_is_taken_out_and_the_title_stays(said: str, shown: str) -> None:
    assert MASKING(said) == shown


@pytest.mark.parametrize(
    "said",
    [
        "Matron Lead for the hospital",
        "The matron on ward 4, the sister Hospital",
        "Matron ED was there",
        "The MS Nurse team",
        "We miss Targets; Miss Targets and we are told",
        "The Lord Mayor came",
        "Saw the Dr. The rota is kept",
        "Asked a doctor about it",
        "Madam Chair spoke; Addr Smith is a field",
    ],
)
def test_what_only_looks_like_it_stays(said: str) -> None:
    assert MASKING(said) == said


def test_a_surname_introduced_so_is_taken_out_in_the_rest_of_the_text_unless_it_is_a_word_of_every_day() -> None:
    assert MASKING("Smith was told. Dr Smith agreed.") == "[name] was told. Dr [name] agreed."
    assert MASKING("Dr Grey agreed. Grey areas remain.") == "Dr [name] agreed. Grey areas remain."
    assert MASKING("Mr Quality agreed. Quality counts.") == "Mr [name] agreed. Quality counts."
    assert MASKING("Dr Li agreed, Li said.") == "Dr [name] agreed, Li said."


def test_the_frameworks_words_are_asked_for_once_and_only_where_a_title_stands() -> None:
    asked: list[int] = []

    def ordinary() -> frozenset[str]:
        asked.append(1)
        return FRAMEWORK

    masking = Masking((), (), ordinary)
    assert masking("Nobody is named.") == "Nobody is named."
    assert asked == []
    assert masking("Matron Adeyemi, then Matron Lead") == "Matron [name], then Matron Lead"
    assert asked == [1]
