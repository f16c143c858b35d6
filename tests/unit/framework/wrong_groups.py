"""The ways in which the groups of a pack, and the field that asks after them, can be wrong, told as in wrong_packs."""

from tests.unit.framework.wrong_packs import Spoil, replacing

_NIGHT = "- {id: night-staff, title: Night staff, side: staff}"
WRONG_GROUPS: dict[str, tuple[Spoil, str, str]] = {
    "a group twice": (
        replacing("groups.yaml", _NIGHT, f"{_NIGHT}\n{_NIGHT}"),
        r"groups\.yaml, line \d+ \(groups\[13\]\.id\)",
        "each group stands once and “night-staff” stands twice",
    ),
    "an id that is no plain word": (
        replacing("groups.yaml", "id: night-staff,", "id: Night staff,"),
        r"groups\.yaml, line \d+ \(groups\[12\]\.id\)",
        "small letters, digits and - were expected and “Night staff” has others",
    ),
    "words that the framework has not": (
        replacing("groups.yaml", "{node: W2.G7.2, words: learning disability}", "{node: W2.G7.2, words: night staff}"),
        r"groups\.yaml, line \d+ \(groups\[16\]\.also_asked\[0\]\.words\)",
        "words that stand in W2.G7.2 were expected and “night staff” does not stand there",
    ),
    "words of an unknown node": (
        replacing("groups.yaml", "- {node: W7.3,", "- {node: W7.33,"),
        r"groups\.yaml, line \d+ \(groups_asked\[0\]\.words\[1\]\.node\)",
        "a node of the pack with words was expected and “W7.33” is none",
    ),
    "a group of neither side": (
        replacing("groups.yaml", "title: Night staff, side: staff", "title: Night staff, side: stuff"),
        r"groups\.yaml, line \d+ \(groups\[12\]\.side\)",
        "one of staff, patients was expected",
    ),
    "groups asked after in another field": (
        replacing("forms.yaml", "id: groups-heard,", "id: groups-met,"),
        r"forms\.yaml, line \d+ \(forms\[\d+\]\.fields\[0\]\)",
        "the field groups-heard, and no other, was expected to be of the kind groups",
    ),
    "labels written in a file": (
        replacing("forms.yaml", "kind: groups, hint", "kind: groups, labels: [Night staff], hint"),
        r"forms\.yaml, line \d+ \(forms\[\d+\]\.fields\[0\]\.labels\)",
        "no labels were expected: those of the groups are the groups' own titles",
    ),
}
