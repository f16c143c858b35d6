"""The form in which others read the pack: exactly the agreed keys."""

import json

from wellled_desktop.framework.loader import published_form
from wellled_desktop.framework.pack import Pack

SHAPE = {
    "prompts": {"id", "text", "applies_to"},
    "guidance": {"id", "text", "items", "applies_to", "themes"},
    "evidence": {"id", "text", "items", "roles", "kind"},
    "references": {"id", "text", "note"},
}


def test_the_published_form_has_exactly_the_agreed_keys(pack: Pack) -> None:
    form = json.loads(json.dumps(published_form(pack)))
    assert set(form) == {"id", "version", "title", "updates", "roles", "kloes"}
    assert {frozenset(one) for one in form["updates"]} == {frozenset({"section", "pages", "detail"})}
    assert {frozenset(one) for one in form["roles"]} == {frozenset({"id", "title", "group", "remarks"})}
    for kloe in form["kloes"]:
        assert set(kloe) == {"id", "question", "sub_heading", *SHAPE}
        for field, keys in SHAPE.items():
            assert all(set(node) == keys for node in kloe[field]), field
            assert all(set(item) == {"id", "text"} for node in kloe[field] for item in node.get("items", []))


def test_the_published_form_gives_the_wording_of_a_limit_or_nothing(pack: Pack) -> None:
    form = json.loads(json.dumps(published_form(pack)))
    prompts = {one["id"]: one for kloe in form["kloes"] for one in kloe["prompts"]}
    assert prompts["W4.5"]["applies_to"] == "Specialist mental health services"
    assert prompts["W4.4"]["applies_to"] is None


def test_the_published_form_leaves_out_a_limit_that_the_text_only_implies(pack: Pack) -> None:
    form = json.loads(json.dumps(published_form(pack)))
    guidance = {one["id"]: one["applies_to"] for kloe in form["kloes"] for one in kloe["guidance"]}
    assert [guidance[one] for one in ("W2.G6", "W2.G12", "W2.G13", "W4.G8")] == [None] * 4
    assert guidance["W2.G10"] == "combined trusts"
    assert guidance["W4.G7"] == "trusts with a partnership arrangement for psychiatric liaison services"
    assert guidance["W4.G9"] == "trusts that provide mental health liaison in-house"
    assert guidance["W4.G10"] == "trusts whose mental health liaison is provided by another trust"


def test_the_published_form_has_the_interview_lists_and_not_siro(pack: Pack) -> None:
    form = json.loads(json.dumps(published_form(pack)))
    assert len(form["roles"]) == 41
    assert [role["group"] for role in form["roles"]] == ["key"] * 15 + ["other"] * 26
    assert form["version"] == "v7, 15 January 2020"
    assert form["roles"][8] == {
        "id": "non-executive-directors",
        "title": "a sample of non-exec directors",
        "group": "key",
        "remarks": "NED for safety and risk is a priority",
    }
