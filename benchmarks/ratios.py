"""How figures are taken and printed: ours and the bare case in turn, so that a noisy machine is noisy for both."""

import statistics
from collections.abc import Callable, Sequence

import msgspec
from rich.console import Console
from rich.table import Table

Timer = Callable[[], float]


class Figure(msgspec.Struct, frozen=True):
    """One line of the result: milliseconds of ours and of the bare case, and the ratio we aim at (None: no goal)."""

    what: str
    ours_ms: float
    bare_ms: float
    goal: float | None = None

    @property
    def ratio(self) -> float:
        return self.ours_ms / self.bare_ms


def in_turn(ours: Timer, bare: Timer, rounds: int) -> tuple[list[float], list[float]]:
    """Runs both `rounds` times, one after the other; each returns what it took, in milliseconds."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        taken[0].append(ours())
        taken[1].append(bare())
    return taken


def at(values: Sequence[float], per_cent: float) -> float:
    """The percentile of the values (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(per_cent / 100 * (len(ordered) - 1)))]


def medians(what: str, taken: tuple[Sequence[float], Sequence[float]], goal: float | None = None) -> Figure:
    return Figure(what, statistics.median(taken[0]), statistics.median(taken[1]), goal)


def show(title: str, figures: Sequence[Figure], remark: str = "") -> None:
    table = Table("What", "Ours ms", "Bare ms", "Ratio", "Goal", title=title, title_justify="left")
    for one in figures:
        goal = "" if one.goal is None else f"≤ {one.goal:g} {'yes' if one.ratio <= one.goal else 'NO'}"
        table.add_row(one.what, f"{one.ours_ms:.2f}", f"{one.bare_ms:.2f}", f"{one.ratio:.2f}", goal)
    console = Console(width=110)
    console.print(table)
    if remark:
        console.print(remark)


class Spread(msgspec.Struct, frozen=True):
    """Milliseconds of each time something was done, of the bare case done in turn with it, and the goals for them.

    `work` is what of ours the UI thread was at work for; on a busy machine the rest is waiting for other programs.
    `goal_ms` is for the 99th percentile of ours, `goal_ratio` for median against median and for 99th against 99th.
    """

    what: str
    ours: Sequence[float]
    bare: Sequence[float] = ()
    work: Sequence[float] = ()
    goal_ms: float | None = None
    goal_ratio: float | None = None

    def ratio(self, per_cent: float) -> float:
        return at(self.ours, per_cent) / at(self.bare, per_cent)

    @property
    def reached(self) -> bool:
        in_time = self.goal_ms is None or at(self.ours, 99) <= self.goal_ms
        return in_time and (self.goal_ratio is None or max(self.ratio(50), self.ratio(99)) <= self.goal_ratio)

    @property
    def goals(self) -> str:
        goals = [] if self.goal_ms is None else [f"p99 ≤ {self.goal_ms:g} ms"]
        goals += [] if self.goal_ratio is None else [f"≤ {self.goal_ratio:g} × bare"]
        return f"{', '.join(goals)}: {'yes' if self.reached else 'NO'}" if goals else ""


def show_spreads(title: str, spreads: Sequence[Spread], *remarks: str) -> None:
    table = Table(
        "What", "Times", "p50 ms", "p99 ms", "Most ms", "Work p50, p99", "Bare p50, p99", "Ratios", "Goals", title=title
    )
    table.title_justify = "left"
    for one in spreads:
        bare = f"{at(one.bare, 50):.2f}, {at(one.bare, 99):.2f}" if one.bare else ""
        work = f"{at(one.work, 50):.2f}, {at(one.work, 99):.2f}" if one.work else ""
        ratios = f"{one.ratio(50):.2f}, {one.ratio(99):.2f}" if one.bare else ""
        times = (f"{at(one.ours, per_cent):.2f}" for per_cent in (50, 99, 100))
        table.add_row(one.what, f"{len(one.ours):,}", *times, work, bare, ratios, one.goals)
    console = Console(width=165)
    console.print(table)
    for remark in remarks:
        console.print(remark)
