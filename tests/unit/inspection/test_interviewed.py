"""Which of the roles that an interview item asks for were interviewed."""

import msgspec
import pytest

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import scope_for
from wellled_desktop.inspection.interviewed import HeldSession, interviewed, roles_asked
from wellled_desktop.inspection.words import SessionKind


def held(number: int, *roles: str, kind: SessionKind = "interview") -> HeldSession:
    return HeldSession(f"s{number}", f"S-{number:02d}", kind, roles)


def asked(pack: Pack) -> dict[str, tuple[str, ...]]:
    return roles_asked(pack, scope_for(pack, ("acute",)).applies)


def test_an_item_asks_for_the_roles_it_names_and_for_the_boards(pack: Pack) -> None:
    assert asked(pack)["W1.E1"] == (
        "director-of-hr",
        "trust-chair",
        "chief-executive",
        "director-of-finance",
        "non-executive-directors",
        "audit-committee-chair",
    )
    assert asked(pack)["W5.E16"] == ("quality-and-safety",)
    assert asked(pack)["W6.E1"][:2] == ("caldicott-guardian", "siro")


def test_senior_managers_who_are_not_named_are_not_counted(pack: Pack) -> None:
    roles = {role for found in asked(pack).values() for role in found}
    assert not roles & {"deputy-directors", "divisional-directors", "freedom-to-speak-up-guardian"}


def test_focus_groups_documents_and_interviews_of_nobody_in_particular_ask_for_no_role(pack: Pack) -> None:
    assert asked(pack).keys() & {"W1.E2", "W1.E4", "W4.E8", "W4.E11"} == set()


def test_what_does_not_apply_to_the_trust_is_not_asked_for(pack: Pack) -> None:
    acute_only = "director-of-infection-prevention-and-control"
    assert acute_only in asked(pack)["W4.E1"]
    assert acute_only not in roles_asked(pack, scope_for(pack, ("community",)).applies)["W4.E1"]
    assert "W5.E16" not in roles_asked(pack, lambda node: node != "W5.E16")


def test_some_of_the_roles_were_interviewed_and_the_others_not_yet() -> None:
    sessions = (held(1, "chief-executive"), held(2, "trust-chair", "chief-executive", kind="panel"))
    found = interviewed({"W1.E1": ("trust-chair", "chief-executive", "director-of-hr")}, sessions)["W1.E1"]
    assert [(role, [one.ref for one in of]) for role, of in found.held] == [
        ("trust-chair", ["S-02"]),
        ("chief-executive", ["S-01", "S-02"]),
    ]
    assert (found.not_yet, found.asked, found.complete) == (("director-of-hr",), 3, False)


def test_an_item_is_complete_once_the_last_of_its_roles_was_interviewed() -> None:
    found = interviewed({"W5.E16": ("quality-and-safety",)}, (held(1, "quality-and-safety", "quality-and-safety"),))
    assert found["W5.E16"].complete
    assert found["W5.E16"].held == (("quality-and-safety", (held(1, "quality-and-safety", "quality-and-safety"),)),)


@pytest.mark.parametrize("kind", ["focus-group", "observation"])
def test_a_focus_group_or_an_observation_interviews_no_holder_of_the_role(kind: SessionKind) -> None:
    found = interviewed({"W5.E16": ("quality-and-safety",)}, (held(1, "quality-and-safety", kind=kind),))
    assert not found["W5.E16"].complete


def test_a_pack_that_knows_no_sources_for_its_roles_still_finds_the_board(pack: Pack) -> None:
    older = msgspec.structs.replace(pack, role_sources=())
    assert "chief-executive" in roles_asked(older, lambda _node: True)["W1.E1"]
    unknown = msgspec.structs.replace(
        pack, role_cards=tuple(msgspec.structs.replace(card, role="nobody") for card in pack.role_cards)
    )
    assert roles_asked(unknown, lambda _node: True)["W1.E1"] == ("director-of-hr",)
    assert "W2.E1" not in roles_asked(unknown, lambda _node: True)
