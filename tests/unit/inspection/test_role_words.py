"""Roles found in what people type and in what calendars say."""

import pytest

from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.inspection.role_words import RoleWords
from wellled_desktop.inspection.speaking import spoken_role


@pytest.fixture(scope="module")
def words(pack: Pack) -> RoleWords:
    return RoleWords(pack)


def test_every_role_is_known_by_its_title_and_its_id(words: RoleWords, pack: Pack) -> None:
    for role, title in role_titles(pack).items():
        assert [one.role for one in words.find(spoken_role(title))] == [role]
        assert [one.role for one in words.find(role)] == [role]
    listed = "; ".join(spoken_role(title) for title in role_titles(pack).values())
    assert [one.role for one in words.find(listed)] == list(role_titles(pack))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("CEO", ["chief-executive"]),
        ("Chief Nurse", ["nursing-director"]),
        ("finance director and the CFO", ["director-of-finance"]),
        ("FTSU guardian", ["freedom-to-speak-up-guardian"]),
        ("senior information risk owner", ["siro"]),
        ("DIPC, NEDs", ["director-of-infection-prevention-and-control", "non-executive-directors"]),
        ("medical dir", ["medical-director"]),
        ("audit committee chair", ["audit-committee-chair"]),
        ("Clinical director", ["clinical-directors"]),
        ("Chair of the quality committee, chair of trustees", []),
        ("Board room", []),
        ("Ned Al Smith", []),
        ("– § 100 % 日本", []),
        ("", []),
    ],
)
def test_other_names_for_a_role_are_found_and_first_names_are_not(
    words: RoleWords, text: str, roles: list[str]
) -> None:
    assert [one.role for one in words.find(text)] == roles


def test_initials_in_small_letters_count_where_a_role_is_being_typed(words: RoleWords) -> None:
    (found,) = words.find("10:30 ceo 45", small_initials=True)
    assert ("10:30 ceo 45"[found.start : found.end], found.role) == ("ceo", "chief-executive")


def test_a_chair_without_a_name_is_the_trusts_where_a_role_is_being_typed(words: RoleWords) -> None:
    assert [one.role for one in words.find("chair 45", small_initials=True)] == ["trust-chair"]
    assert [one.role for one in words.find("Chair, 45 minutes")] == []
    assert [one.role for one in words.find("chair of the quality committee", small_initials=True)] == []
    assert [one.role for one in words.find("chair of the audit committee", small_initials=True)] == [
        "audit-committee-chair"
    ]
