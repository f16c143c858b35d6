"""Days in the record, invented, for reports to be made of: a small one with one thing of each kind, and a full one."""

import datetime as dt
from collections.abc import Iterator

from tests.store.conftest import HandClock
from wellled_desktop.framework.pack import Pack, walk
from wellled_desktop.inspection.commands import (
    AmendLine,
    EndSession,
    NewParticipant,
    PlanSession,
    RecordEvidence,
    RetractLine,
    SetEvidenceState,
    StartSession,
    WriteLine,
)
from wellled_desktop.inspection.words import LineType, SessionKind, Weight
from wellled_desktop.store.store import Store

DAY = dt.date(2026, 11, 24)
START_MS = 1_795_510_800_000  # 09:00 on DAY, UTC

Room = tuple[str, SessionKind, tuple[str, ...], str]
ROOMS: tuple[Room, ...] = (
    ("Interview with the chief executive", "interview", ("chief-executive",), "Board room"),
    ("Governors", "panel", ("governors",), "Education centre, room 2"),
    ("Speaking up", "interview", ("freedom-to-speak-up-guardian",), "Library"),
    ("Nursing leadership", "interview", ("nursing-director", "head-of-nursing"), "Trust headquarters, room 14"),
    ("Consultants of the two sites", "focus-group", ("consultants",), "Lecture theatre"),
    ("", "interview", ("director-of-finance",), "Finance, second floor"),
    ("Staff equality networks", "focus-group", ("staff-equality-network-chairs",), "Chapel hall"),
    ("Walk through the emergency department", "observation", ("divisional-directors",), "Emergency department"),
)
_SAYINGS = (
    "We walk the wards every Thursday, and what we hear goes into the executive meeting the next morning.",
    "The strategy was written with the divisions; each of them has a one-page version on the wall.",
    "Nobody came back to me after I raised it. I raised it twice, in March and again in June.",
    "There is a succession plan for the executive directors but not for the tier below: four of eleven posts are interim.",
    "Board papers come late. For the September meeting there were 410 pages on the Friday evening for the Tuesday.",
    "We know our cost improvement plan is behind. The gap was £4.2 million at month seven, and the quality impact of each "
    "scheme is signed by the medical director and the chief nurse before it starts; two schemes were stopped this year.",
    "Staff know the values. They say them in their own words, not off the card.",
    "The risk register has 38 risks rated 15 or higher; eleven have had no review since the spring.",
    "Freedom to speak up cases doubled after the Guardian was given two days a week.",
    "Learning from deaths is a standing item, with a family\u2019s story at the start.",
    "The network chairs meet the chief executive each quarter. They asked for protected time and did not get it.",
    "Waiting times are on the screen in the corridor; people stop and read them.",
)  # fmt: skip
_INFERRED = (
    "The two accounts of who decides on interim posts do not fit together; ask the company secretary for the minutes."
)


def small_day(store: Store, clock: HandClock) -> None:
    """On the tiny framework: lines of each type and mark, an amendment, a retraction, a late line, evidence, a request."""
    store.execute(
        PlanSession(
            "s1",
            "interview",
            ("chief-executive", "governors"),
            (
                NewParticipant("p1", "chief-executive", name="Jo Secretname"),
                NewParticipant("p2", "governors", "staff governor"),
            ),
            title="Opening talk",
            place="Board room",
            lead="A. Inspector",
            note_taker="B. Inspector",
        )
    )
    for command in (
        WriteLine(
            "l1", "s1", "We walk the wards weekly.", "said", "p1", ("W1.1", "W1.E1"), claim=True, weight="strength"
        ),
        WriteLine("l2", "s1", "Nobody <b>came</b> back & 2 < 3.", "said", "p2", ("W1.1",), weight="concern"),
        WriteLine("l3", "s1", "They seem to avoid the question.", "inference", None, ("W1.1",)),
        WriteLine("l4", "s1", "Six vacancies.", "data", None, ("W1.E2.1",)),
        WriteLine("l5", "s1", "Said in confidence.", "said", "p2", ()),
        WriteLine("l6", "s1", "Tea was offered.", "seen"),
        SetEvidenceState("W1.E1", "gathered", "both interviews done"),
        SetEvidenceState("W1.E2", "requested", "asked the company secretary"),
        SetEvidenceState("W1.E2.1", "not-held", "no scheme since 2021"),
        RecordEvidence(
            "e1", "Note of the board interviews", "interview", "chair\u2019s office", None, ("W1.E1",), "2 pages"
        ),
    ):
        store.execute(command)
        clock.pass_minutes(1)
    clock.pass_minutes(20)
    store.execute(AmendLine("l4", "Sixteen vacancies.", reason="misheard"))
    store.execute(RetractLine("l5", "wrong session"))
    store.execute(EndSession("s1"))
    clock.pass_minutes(125)
    store.execute(WriteLine("l7", "s1", "Written up in the car.", "said", "p1", ("W1.1",)))


def full_day(store: Store, clock: HandClock, pack: Pack, lines: int = 300) -> None:
    """On the real framework: eight sessions in a row with `lines` lines in all, signed by two inspectors."""
    nodes = [node.id for kloe, node in walk(pack) if node.id != kloe.id]
    clock.unix_ms = START_MS
    each = -(-lines // len(ROOMS))
    written = 0
    for number, (title, kind, roles, place) in enumerate(ROOMS):
        session = f"s{number}"
        people = tuple(NewParticipant(f"{session}-{role}", role, "", "Invented Name") for role in roles)
        author = ("A. Inspector", "B. Observer")[number % 2]
        plan = PlanSession(
            session, kind, roles, people, title, place=place, lead="A. Inspector", note_taker="B. Observer"
        )
        wanted = min(each, lines - written)
        store.execute_signed([(author, plan), (author, StartSession(session))])
        for command in _lines_of(session, number, people, wanted, nodes):
            store.execute_signed([(author, command)])
            clock.pass_minutes(50 / each)
        if wanted:
            store.execute(
                AmendLine(f"{session}-l1", "We walk the wards on two Thursdays a month.", reason="read back to them")
            )
        store.execute(EndSession(session))
        written += wanted
        clock.pass_minutes(10)
    _evidence(store, clock, pack)


def _lines_of(
    session: str, number: int, people: tuple[NewParticipant, ...], wanted: int, nodes: list[str]
) -> Iterator[WriteLine]:
    kinds: tuple[LineType, ...] = ("said", "said", "seen", "said", "read", "said", "data", "said", "inference", "said")
    for position in range(wanted):
        place = position + number * wanted
        kind = kinds[position % len(kinds)]
        weight: Weight = ("neutral", "concern", "neutral", "strength", "neutral")[position % 5]
        tags = tuple(nodes[(place * step) % len(nodes)] for step in (7, 31, 5)[: (1, 2, 1, 3, 0, 1)[position % 6]])
        yield WriteLine(
            f"{session}-l{position + 1}",
            session,
            _INFERRED if kind == "inference" else _SAYINGS[place % len(_SAYINGS)],
            kind,
            people[position % len(people)].id if kind == "said" else None,
            tags,
            claim=position % 7 == 2,
            weight=weight,
        )


def _evidence(store: Store, clock: HandClock, pack: Pack) -> None:
    items = [item.id for kloe in pack.kloes for item in kloe.evidence]
    for number, item in enumerate(items[::4]):
        state = ("gathered", "gathered", "requested", "not-held", "gathered", "not-pursued")[number % 6]
        reason = "asked the company secretary for the version the board saw" if state == "requested" else None
        store.execute(SetEvidenceState(item, state, reason))  # type: ignore[arg-type]
        if state == "gathered":
            title = f"Paper {number + 1} handed over by the trust"
            store.execute(RecordEvidence(f"e{number}", title, "document", "company secretary", DAY, (item,), ""))
        clock.pass_minutes(1)
    store.execute(RetractLine("s2-l3", "said after the recording was to stop"))
    store.execute(
        WriteLine("late", "s2", "She added at the door that the policy is under review.", "said", None, ("W3.4",))
    )
