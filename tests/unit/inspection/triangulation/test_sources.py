"""Which source a line or an evidence entry comes from."""

from typing import Any

import msgspec
import pytest

from wellled_desktop.framework.loader import pack_bytes
from wellled_desktop.framework.pack import Pack, role_titles
from wellled_desktop.inspection.triangulation.sources import (
    SOURCES,
    Attribution,
    Source,
    entry_source,
    line_source,
    role_sources,
    spoken_source,
)
from wellled_desktop.inspection.words import SOURCE_KINDS, SourceKind


def source(pack: Pack, **given: Any) -> Source | None:
    """Of a line said by nobody in particular in an interview with the chief executive, unless something else is given."""
    fields: dict[str, Any] = {
        "line_type": "said",
        "role": None,
        "voice": None,
        "kind": "interview",
        "session_roles": ("chief-executive",),
    }
    return line_source(role_sources(pack), Attribution(**(fields | given)))


def test_the_sources_are_those_of_the_matrix_in_its_order() -> None:
    assert ", ".join(map(spoken_source, SOURCES)) == (
        "executive, non-executive, governor, senior leader, staff, public, external, document, data, observation, "
        "service-level finding"
    )


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("trust-chair", "non-executive"),
        ("finance-committee-chair", "non-executive"),
        ("governors", "governor"),
        ("nursing-director", "executive"),
        ("siro", "executive"),
        ("divisional-directors", "senior-leader"),
        ("head-of-nursing", "senior-leader"),
        ("freedom-to-speak-up-guardian", "staff"),
        ("staff-equality-network-chairs", "staff"),
        ("caldicott-guardian", "senior-leader"),
    ],
)
def test_what_somebody_said_comes_from_the_source_of_the_speaker_s_role(pack: Pack, role: str, expected: str) -> None:
    assert source(pack, role=role, session_roles=("chief-executive", role)) == expected


def test_what_nobody_in_particular_said_comes_from_the_session_s_role(pack: Pack) -> None:
    assert source(pack) == "executive"
    assert source(pack, voice="several", kind="panel", session_roles=("governors",)) == "governor"


def test_a_focus_group_is_of_staff_unless_its_role_says_otherwise(pack: Pack) -> None:
    group = {"kind": "focus-group"}
    assert source(pack, role="head-of-nursing", session_roles=("head-of-nursing",), **group) == "staff"
    assert source(pack, session_roles=("estates-facilities",), **group) == "staff"
    assert source(pack, role="clinical-directors", **group) == "senior-leader"
    assert source(pack, session_roles=("governors",), **group) == "governor"


def test_what_is_said_in_an_observation_is_observed_unless_it_is_known_who_said_it(pack: Pack) -> None:
    assert source(pack, kind="observation") == "observation"
    assert source(pack, kind="observation", role="trust-chair") == "non-executive"


@pytest.mark.parametrize("voice", ["silence", "nobody-answered", "disagreement"])
def test_what_is_nobody_s_talk_was_observed(pack: Pack, voice: str) -> None:
    assert source(pack, voice=voice) == "observation"


def test_what_was_seen_read_and_counted_is_a_source_of_its_own_kind(pack: Pack) -> None:
    assert source(pack, line_type="seen", role="chief-executive") == "observation"
    assert source(pack, line_type="read", role="chief-executive") == "document"
    assert source(pack, line_type="data") == "data"
    assert source(pack, line_type="data", role="chief-executive") == "executive", "a figure that somebody gave"


def test_an_inference_is_no_source(pack: Pack) -> None:
    assert source(pack, line_type="inference") is None


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("document", "document"),
        ("minutes", "document"),
        ("policy", "document"),
        ("other", "document"),
        ("data", "data"),
        ("survey", "data"),
        ("observation", "observation"),
        ("service-level-finding", "service-level-finding"),
        ("external", "external"),
    ],
)
def test_an_entry_comes_from_the_source_of_its_kind(kind: SourceKind, expected: str) -> None:
    assert entry_source(kind) == expected


def test_an_entry_that_stands_for_an_interview_does_not_count_its_lines_again() -> None:
    assert entry_source("interview") is None


def test_every_kind_of_entry_is_known() -> None:
    assert {entry_source(kind) for kind in SOURCE_KINDS} <= {*SOURCES, None}


def test_every_role_of_the_framework_has_a_source(pack: Pack) -> None:
    assert {one.role for one in pack.role_sources} == set(role_titles(pack))


def test_an_inspection_pinned_before_packs_had_sources_still_has_them(pack: Pack) -> None:
    """And nearly the same: of a few senior roles only the pack knows that their focus groups are not of staff."""
    content = msgspec.json.decode(pack_bytes(pack))
    del content["role_sources"]
    before = msgspec.convert(content, Pack)
    guessed, given = role_sources(before), role_sources(pack)
    assert guessed.keys() == given.keys()
    assert {role: one.source for role, one in guessed.items()} == {role: one.source for role, one in given.items()}
    assert source(before, role="head-of-nursing", kind="focus-group") == "staff"
    assert source(before, role="clinical-directors", kind="focus-group") == "senior-leader"
