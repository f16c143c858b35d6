"""At which nodes a record stands, and which way it points there."""

import datetime as dt

from wellled_desktop.inspection.read_models import EvidenceEntry, LinkedLine, NoteLine, ServiceFinding
from wellled_desktop.inspection.triangulation.by_source import in_order, nodes_at, nodes_of, points_other_way

NOON, DAY = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC), dt.date(2026, 11, 24)


def line(*tags: str, other_way: bool = False) -> LinkedLine:
    made = NoteLine(
        "l1", "s1", 1, 1, "Words", "said", None, False, "neutral", tags, NOON, 0, DAY, "A", points_other_way=other_way
    )
    return LinkedLine(made, "", "", ("governors",))


def entry(*nodes: str, other_way: tuple[str, ...] = ()) -> EvidenceEntry:
    return EvidenceEntry("e1", 1, "Plan", "document", "", None, nodes, "", NOON, DAY, "A", other_way=other_way)


def finding(node: str | None, *, other_way: bool = False) -> ServiceFinding:
    return ServiceFinding("f1", "surgery", "Words", node, "neutral", other_way, "Report", "", NOON, DAY, "A")


def test_a_finding_stands_at_one_node_or_at_none() -> None:
    assert nodes_of(finding("W1.1")) == ("W1.1",)
    assert nodes_of(finding(None)) == ()


def test_at_a_node_stands_what_is_linked_to_it_or_else_to_what_is_under_it() -> None:
    assert nodes_at(line("W1.1", "W1.2"), "W1") == ("W1.1", "W1.2")
    assert nodes_at(line("W1", "W1.2"), "W1") == ("W1",)
    assert nodes_at(entry("W1.E1", "W1.E10"), "W1.E1") == ("W1.E1",)
    assert nodes_at(line("W10.1"), "W1") == ()


def test_an_entry_points_the_other_way_where_it_says_so_and_a_line_or_a_finding_everywhere() -> None:
    assert not points_other_way(entry("W1.1", "W1.2", other_way=("W1.2",)), "W1.1")
    assert points_other_way(entry("W1.1", "W1.2", other_way=("W1.2",)), "W1")
    assert points_other_way(line("W1.1", other_way=True), "W1.2")
    assert points_other_way(finding("W1.1", other_way=True), "W1.1")


def test_what_supports_comes_first_and_what_is_kept_apart_last() -> None:
    places = in_order([("apart", "inference"), ("other way", "executive"), ("supports", "data"), ("supports", "staff")])
    assert places == [("supports", "staff"), ("supports", "data"), ("other way", "executive"), ("apart", "inference")]
