"""The ways in which the forms of a pack can be wrong, told as in wrong_packs."""

from tests.unit.framework.wrong_packs import Spoil, replacing

WRONG_FORMS: dict[str, tuple[Spoil, str, str]] = {
    "a form twice": (
        replacing("forms.yaml", "- id: panel\n", "- id: talk\n"),
        r"forms\.yaml, line \d+ \(forms\[3\]\.id\)",
        "each form stands once and “talk” stands twice",
    ),
    "an unknown role on a form": (
        replacing("forms.yaml", "roles: [trust-chair,", "roles: [trust-chairman,"),
        r"forms\.yaml, line \d+ \(forms\[\d+\]\.roles\[0\]\)",
        "a role of the pack was expected and “trust-chairman” is none",
    ),
    "a field that is not the same on two forms": (
        replacing("forms.yaml", "label: Head count", "label: How many came"),
        r"forms\.yaml, line \d+ \(forms\[4\]\.fields\[1\]\.id\)",
        "a field is the same on every form and “head-count” stands there twice, unlike",
    ),
    "choices where there is nothing to choose": (
        replacing("forms.yaml", "label: Quorate, kind: choice,", "label: Quorate, kind: yes-no,"),
        r"forms\.yaml, line \d+ \(forms\[4\]\.fields\[2\]\)",
        "choices were expected for a field of the kind choice, and for no other",
    ),
    "nothing to choose from": (
        replacing("forms.yaml", 'kind: choice, choices: ["yes", "no", "not said"]', "kind: choice"),
        r"forms\.yaml, line \d+ \(forms\[4\]\.fields\[2\]\)",
        "choices were expected for a field of the kind choice, and for no other",
    ),
    "a most of words": (
        replacing("forms.yaml", "kind: list, most: 3", "kind: text, most: 3"),
        r"forms\.yaml, line \d+ \(forms\[\d+\]\.fields\[0\]\.most\)",
        "a number from 1, and only for a field of the kind list, was expected",
    ),
    "a list of none at most": (
        replacing("forms.yaml", "kind: list, most: 3", "kind: list, most: 0"),
        r"forms\.yaml, line \d+ \(forms\[\d+\]\.fields\[0\]\.most\)",
        "a number from 1, and only for a field of the kind list, was expected",
    ),
}
