"""Coverage as advice: what is told of a KLOE, in which order, and what is left out."""

from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.triangulation.advice import advice_on
from wellled_desktop.inspection.triangulation.coverage import KloeCoverage, Point, coverage, most_telling
from wellled_desktop.inspection.triangulation.matrix import Cell, PromptRow
from wellled_desktop.inspection.triangulation.proving import UnprovenClaim
from wellled_desktop.inspection.triangulation.sources import Source
from wellled_desktop.inspection.triangulation.triangulating import Triangulated

Cells = dict[Source, Cell]
BOTH: Cells = {"staff": Cell(2, 0), "document": Cell(1, 0)}


def found(pack: Pack, *rows: PromptRow, kloe: str = "W3") -> KloeCoverage:
    prompts = [Triangulated(row, advice_on(row), "Is it so?") for row in rows]
    return next(one for one in coverage(pack.kloes, prompts) if one.kloe == kloe)


def words(pack: Pack, *rows: PromptRow) -> list[str]:
    return [one.words for one in found(pack, *rows).points]


def claim(at: int) -> UnprovenClaim:
    return UnprovenClaim(f"l{at}", "s1", f"S-01 l.{at}", ())


def test_where_enough_is_held_nothing_is_said(pack: Pack) -> None:
    assert found(pack, PromptRow("W3.1", BOTH)) == KloeCoverage("W3", (), held=True)
    assert found(pack, PromptRow("W3.1", BOTH), kloe="W4") == KloeCoverage("W4")


def test_what_is_contradicted_comes_first_the_most_even_of_them_before_the_others(pack: Pack) -> None:
    uneven: Cells = {"executive": Cell(5, 1)}
    even: Cells = {"executive": Cell(2, 0), "staff": Cell(0, 2)}
    assert words(pack, PromptRow("W3.1"), PromptRow("W3.2", uneven), PromptRow("W3.3", even))[:2] == [
        "W3.3 is contradicted: 2 support it and 2 point the other way (staff)",
        "W3.2 is contradicted: 5 support it and 1 points the other way (executive)",
    ]


def test_one_source_is_told_by_its_name_documents_among_them(pack: Pack) -> None:
    rows = PromptRow("W3.1", {"senior-leader": Cell(9, 0)}), PromptRow("W3.2", {"document": Cell(1, 0)})
    assert words(pack, *rows) == ["W3.1 rests on one source (senior leader)", "W3.2 rests on one source (document)"]


def test_claims_are_told_of_their_prompt_the_most_first_and_lead_to_the_first_line(pack: Pack) -> None:
    one, three = (
        PromptRow("W3.1", BOTH, unproven=(claim(1),)),
        PromptRow("W3.2", BOTH, unproven=tuple(map(claim, (2, 3, 4)))),
    )
    assert words(pack, one, three) == [
        "W3.2 has 3 claims without proof (S-01 l.2 and 2 more)",
        "W3.1 has a claim without proof (S-01 l.1)",
    ]
    assert (found(pack, one).points[0].session, found(pack, one).points[0].line) == ("s1", "l1")


def test_what_has_nothing_yet_is_told_once_of_the_kloe_and_leads_to_the_first_of_it(pack: Pack) -> None:
    some = found(pack, PromptRow("W3.1", BOTH), PromptRow("W3.2"), PromptRow("W3.3"))
    assert some.points == (Point("nothing yet", "W3", "has nothing yet on 2 of 3 prompts", "W3.2"),)
    assert words(pack, PromptRow("W3.1"), PromptRow("W3.2")) == ["W3 has nothing yet on any of its prompts"]
    assert words(pack, PromptRow("W3.1")) == ["W3 has nothing yet on its prompt"]


def test_the_kinds_stand_in_their_order_each_once(pack: Pack) -> None:
    thin: Cells = {"staff": Cell(1, 0)}
    rows = PromptRow("W3.1"), PromptRow("W3.2", thin, unproven=(claim(1),)), PromptRow("W3.3", thin)
    assert found(pack, *rows).kinds == ("one source only", "claim without proof", "nothing yet")


def test_the_most_telling_are_of_different_kinds_before_two_of_one(pack: Pack) -> None:
    thin: Cells = {"staff": Cell(1, 0)}
    rows = PromptRow("W3.1", thin), PromptRow("W3.2", thin), PromptRow("W3.3", BOTH, unproven=(claim(1),))
    kloe = found(pack, *rows)
    assert [point.about for _, point in most_telling((kloe,), 2)] == ["W3.1", "W3.3"]
    assert [point.about for _, point in most_telling((kloe,), 3)] == ["W3.1", "W3.2", "W3.3"]
    assert most_telling((KloeCoverage("W4"),), 2) == ()


def test_what_is_contradicted_comes_before_any_other_kind(pack: Pack) -> None:
    against: Cells = {"staff": Cell(1, 1)}
    rows = PromptRow("W3.1", against), PromptRow("W3.2", BOTH, unproven=(claim(1),)), PromptRow("W3.3", against)
    kloe = found(pack, *rows)
    assert [point.about for _, point in most_telling((kloe,), 2)] == ["W3.1", "W3.3"]
    assert [point.about for _, point in most_telling((kloe,), 3)][2:] == ["W3.1"]
