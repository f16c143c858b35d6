"""Which form a session has: by its kind and its roles, each field once."""

import re

import msgspec
import pytest

from wellled_desktop.framework.forms import (
    GROUPS_HEARD,
    OPENING_STATEMENT,
    SUMMARY,
    all_fields,
    all_forms,
    form_for,
    forms_for,
)
from wellled_desktop.framework.pack import Pack, SessionKind

KINDS: tuple[SessionKind, ...] = ("interview", "panel", "focus-group", "observation")


def ids(pack: Pack, kind: SessionKind, *roles: str) -> tuple[str, ...]:
    return tuple(field.id for field in form_for(pack, kind, roles))


@pytest.mark.parametrize("kind", KINDS)
def test_every_form_ends_with_follow_ups_and_a_summary(pack: Pack, kind: SessionKind) -> None:
    assert ids(pack, kind, "chief-executive")[-2:] == ("follow-ups", SUMMARY)


def test_a_focus_group_has_a_head_count_and_no_field_for_names(pack: Pack) -> None:
    fields = form_for(pack, "focus-group", ("consultants",))
    assert {field.id: field.kind for field in fields}["head-count"] == "number"
    assert not [field.label for field in fields if re.search(r"\bnames?\b", field.label, re.IGNORECASE)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_session_may_say_which_groups_were_heard_by_the_titles_of_the_pack(pack: Pack, kind: SessionKind) -> None:
    field = {one.id: one for one in form_for(pack, kind, ("consultants",))}[GROUPS_HEARD]
    assert (field.kind, field) == ("groups", all_fields(pack)[GROUPS_HEARD])
    assert dict(zip(field.choices, field.labels, strict=True)) == {one.id: one.title for one in pack.groups}


def test_the_nine_protected_characteristics_of_the_equality_act_are_all_among_the_staff_groups(pack: Pack) -> None:
    assert {one.characteristic for one in pack.groups if one.side == "staff"} - {""} == {
        "age", "disability", "gender reassignment", "marriage and civil partnership", "pregnancy and maternity", "race",
        "religion or belief", "sex", "sexual orientation",
    }  # fmt: skip


def test_an_observation_is_of_a_meeting_and_not_of_a_talk(pack: Pack) -> None:
    fields = ids(pack, "observation", "trust-chair")
    assert {"what-observed", "quorate", "challenge-seen"} < set(fields)
    assert not {"asked-not-to-be-noted", "time-in-post"} & set(fields)


@pytest.mark.parametrize("kind", KINDS)
def test_every_form_asks_for_the_opening_statement_and_the_worries(pack: Pack, kind: SessionKind) -> None:
    fields = ids(pack, kind, "trust-chair")
    assert fields[0] == OPENING_STATEMENT
    assert "top-worries" in fields


def test_roles_make_the_form_and_a_field_that_two_ask_for_stands_once(pack: Pack) -> None:
    both = ids(pack, "panel", "director-of-finance", "audit-committee-chair")
    assert {"portfolio", "committees", "savings-and-quality"} < set(both)
    assert both.count("time-in-post") == 1
    assert "time-in-post" not in ids(pack, "panel", "consultants")


def test_the_fields_of_the_forms_are_those_of_the_form(pack: Pack) -> None:
    roles = ("freedom-to-speak-up-guardian", "chief-executive")
    forms = forms_for(pack, "interview", roles)
    assert tuple(field for form in forms for field in form.fields) == form_for(pack, "interview", roles)
    assert all(form.fields for form in forms)


def test_a_form_whose_fields_all_stand_on_earlier_ones_is_left_out(pack: Pack) -> None:
    first = forms_for(pack, "interview", ("chief-executive",))
    again = msgspec.structs.replace(first[0], id="again", title="Once more")
    doubled = msgspec.structs.replace(pack, forms=(*pack.forms, again))
    assert forms_for(doubled, "interview", ("chief-executive",)) == first


def test_all_forms_are_those_of_any_session_with_one_role_or_none_each_once(pack: Pack) -> None:
    found = all_forms(pack)
    assert len(set(found)) == len(found)
    roles = [(), *((one.id,) for one in pack.roles)]
    assert set(found) == {form for kind in KINDS for role in roles for form in forms_for(pack, kind, role)}


def test_the_top_three_worries_are_three(pack: Pack) -> None:
    field = all_fields(pack)["top-worries"]
    assert (field.kind, field.most) == ("list", 3)


def test_hints_name_only_prompts_that_there_are(pack: Pack) -> None:
    prompts = {prompt.id for kloe in pack.kloes for prompt in kloe.prompts}
    named = {found for field in all_fields(pack).values() for found in re.findall(r"W\d\.\d", field.hint)}
    assert named <= prompts
    assert "W5.4" in named
