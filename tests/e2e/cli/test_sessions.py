"""Planning sessions."""

import datetime as dt

import pytest

from tests.e2e.cli.program import Program, Ran


@pytest.mark.parametrize(
    ("at", "start", "day"),
    [
        ("2026-07-10T10:15+01:00", "2026-07-10T09:15:00Z", "2026-07-10"),
        ("2026-03-10 23:30-05:00", "2026-03-11T04:30:00Z", "2026-03-10"),
        ("2026-03-10T10:15Z", "2026-03-10T10:15:00Z", "2026-03-10"),
    ],
)
def test_a_time_may_carry_its_zone_and_the_day_is_that_zones(
    wellled: Program, inspection: str, at: str, start: str, day: str
) -> None:
    assert wellled("session", "add", inspection, "--role", "governors", "--kind", "focus-group", "--at", at).status == 0
    (listed,) = wellled("session", "list", inspection, "--json").done().json
    assert (listed["planned_start"], listed["day"], listed["kind"]) == (start, day, "focus-group")


def test_a_time_without_a_zone_is_this_laptops(wellled: Program, inspection: str) -> None:
    wellled("session", "add", inspection, "--role", "governors", "--kind", "panel", "--at", "2026-03-10T10:15").done()
    (listed,) = wellled("session", "list", inspection, "--json").done().json
    expected = dt.datetime(2026, 3, 10, 10, 15).astimezone()  # what is typed has no zone
    assert dt.datetime.fromisoformat(listed["planned_start"]) == expected
    assert listed["day"] == "2026-03-10"


def test_a_panel_has_a_participant_a_role_and_names_are_counted_from_the_first(
    wellled: Program, inspection: str
) -> None:
    roles = ("--role", "chief-executive", "--role", "Medical-Director", "--person", "Jo Invented")
    wellled(
        "session", "add", inspection, *roles, "--kind", "panel", "--title", "Two\nexecutives", "--place", "Room 1"
    ).done()
    (listed,) = wellled("session", "list", inspection, "--json").done().json
    assert listed["roles"] == ["chief-executive", "medical-director"]
    assert [(one["role"], one["has_name"]) for one in listed["participants"]] == [
        ("chief-executive", True),
        ("medical-director", False),
    ]
    assert (listed["title"], listed["place"]) == ("Two executives", "Room 1")


def test_sessions_are_numbered_in_the_order_planned(wellled: Program, inspection: str) -> None:
    plan = ("session", "add", inspection, "--role", "governors", "--kind", "observation")
    assert [wellled(*plan).done().out.split()[0] for _ in range(3)] == ["S-01", "S-02", "S-03"]


def plan_at(wellled: Program, inspection: str, at: str) -> Ran:
    return wellled("session", "add", inspection, "--role", "governors", "--kind", "panel", "--at", at)


def test_a_session_outside_the_inspections_days_is_planned_and_remarked_on(wellled: Program, inspection: str) -> None:
    ran = plan_at(wellled, inspection, "2026-03-13T10:15")
    assert (ran.status, ran.out.split()[0]) == (0, "S-01")
    assert ran.err == (
        "S-01 is recorded; its day, Friday 13 March 2026, is outside the inspection's days, 10 to 12 March 2026.\n"
    )
    (listed,) = wellled("session", "list", inspection, "--json").done().json
    assert listed["day"] == "2026-03-13"


@pytest.mark.parametrize("at", ["2026-03-10T00:00", "2026-03-12T23:59"])
def test_on_the_inspections_own_days_nothing_is_remarked(wellled: Program, inspection: str, at: str) -> None:
    plan_at(wellled, inspection, at).done()


def test_a_listing_says_roles_by_their_titles(wellled: Program, inspection: str) -> None:
    roles = ("--role", "chief-executive", "--role", "nursing-director")
    wellled("session", "add", inspection, *roles, "--kind", "panel").done()
    heading, row = wellled("session", "list", inspection).done().lines
    told = dict(zip(heading.split("\t"), row.split("\t"), strict=True))
    assert told["Roles"] == "chief executive, nursing director/chief nurse"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cheif-executive", " Did you mean chief-executive?"),
        ("cfo", " Did you mean director-of-finance?"),
        ("nurse", " Did you mean nursing-director?"),
        ("chair", " Did you mean trust-chair or audit-committee-chair or finance-committee-chair?"),
        ("wizard", ""),
        ("?", ""),
    ],
)
def test_of_an_unknown_role_the_likeliest_are_named(wellled: Program, inspection: str, typed: str, meant: str) -> None:
    ran = wellled("session", "add", inspection, "--role", typed, "--kind", "panel")
    assert ran.failed(3) == (
        f"“{typed}” is not a role of this inspection's framework.{meant} “wellled framework show” lists all, each with its id."
    )
    assert wellled("session", "list", inspection, "--json").done().json == []
