"""The pack holds every node of the published framework, and each says where it stands."""

from collections import Counter

from wellled_desktop.framework.pack import Pack, SubItem, walk


def test_every_kloe_has_as_many_nodes_as_were_counted_by_hand(pack: Pack) -> None:
    assert [kloe.id for kloe in pack.kloes] == ["W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8"]
    assert [len(kloe.prompts) for kloe in pack.kloes] == [4, 6, 9, 5, 6, 7, 5, 5]
    assert [len(kloe.guidance) for kloe in pack.kloes] == [6, 13, 6, 10, 6, 9, 6, 14]
    assert [len(kloe.evidence) for kloe in pack.kloes] == [9, 14, 18, 12, 22, 14, 11, 12]
    assert [len(kloe.references) for kloe in pack.kloes] == [13, 11, 18, 5, 8, 10, 5, 14]


def test_the_nested_items_stand_where_they_stand_in_print(pack: Pack) -> None:
    nested = Counter(node.id.rpartition(".")[0] for _, node in walk(pack) if isinstance(node, SubItem))
    assert nested == {"W1.G4": 3, "W2.G7": 3, "W8.G13": 2, "W4.E4": 9, "W4.E7": 4}


def test_the_rest_of_the_document_is_there(pack: Pack) -> None:
    assert len(pack.updates) == 5
    assert len(pack.approach) == 4
    assert len(pack.interview_rules) == 4
    assert len(pack.trust_type_notes) == 3
    assert len(pack.guidance_notes) == 2
    assert len(pack.inspection_tools) == 1
    assert [(foot.id, foot.on) for kloe in pack.kloes for foot in kloe.footnotes] == [
        ("W1.F1", "W1.G3"),
        ("W2.F1", "W2.G13"),
    ]


def test_the_roles_are_the_interview_lists_and_siro_beside_them(pack: Pack) -> None:
    assert Counter((role.group, role.section) for role in pack.roles) == {
        ("key", "role"): 15,
        ("other", "responsibility"): 12,
        ("other", "role"): 14,
    }
    assert [(named.id, named.named_by) for named in pack.roles_named_in_evidence] == [("siro", ("W6.E1",))]
    remarks = {role.id: role.remarks for role in pack.roles}
    assert remarks["non-executive-directors"] == "NED for safety and risk is a priority"
    assert remarks["governors"] == "where appropriate"
    assert remarks["director-of-infection-prevention-and-control"] == "acute trusts only"
    assert remarks["pms-or-asc-senior-leaders"] == "where these exist"


def test_the_version_says_that_it_is_not_from_the_text_itself(pack: Pack) -> None:
    assert pack.version.label == "v7, 15 January 2020"
    assert not pack.version.in_seed
    assert "public listing" in pack.version.source


def test_themes_are_on_the_nodes_that_speak_of_them(pack: Pack) -> None:
    themes = Counter(theme for _, node in walk(pack) for theme in getattr(node, "themes", ()) if _top(node.id))
    assert themes == {
        "mental-health": 14,
        "combined-provider": 5,
        "cancer": 24,
        "physical-healthcare-in-mental-health": 1,
    }


def test_key_evidence_names_the_roles_that_its_text_names(pack: Pack) -> None:
    naming = {one.id: one.roles for kloe in pack.kloes for one in kloe.evidence if one.roles}
    assert naming == {
        "W1.E1": ("director-of-hr",),
        "W3.E1": ("complaints",),
        "W5.E1": ("audit",),
        "W5.E16": ("quality-and-safety",),
        "W6.E1": ("caldicott-guardian", "siro"),
    }


def _top(node_id: str) -> bool:
    return node_id.count(".") < 2
