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
