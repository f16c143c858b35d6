"""Attaching what a trust hands over, 330 files of 0.8 GB and one of 2 GB, beside a bare copy that is hashed and synced.

Both run in turn, each in a process of its own, so that the peak of its memory is its own. `python -m benchmarks.attachments
FILES MEGABYTES LARGEST` measures with other sizes.
"""

import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from benchmarks.ratios import Figure
from benchmarks.ratios import show as show_figures

FILES, MEGABYTES, LARGEST = 330, 800, 2_000
Keep = Callable[[Path], object]
_WAYS = ("bare", "ours", "bare")
_PART = 1 << 20
_SECONDS = 1_800


class Run(msgspec.Struct, frozen=True):
    """Seconds for all the files, and the most memory the process ever held, in MB; before it began, `begun_mb`."""

    seconds: float
    peak_mb: float
    begun_mb: float


def measure(files: int, megabytes: int, largest: int) -> tuple[list[Figure], list[str]]:
    """Milliseconds of ours and of the bare copy for the many files and the large one, and remarks on speed and memory."""
    figures, remarks = [], []
    with tempfile.TemporaryDirectory(dir=os.environ.get("WELLLED_BENCH_FOLDER")) as name:
        folder = Path(name)
        for what, sizes in (
            (f"{files} files, {megabytes} MB", _sizes(files, megabytes)),
            (f"1 file, {largest} MB", [largest * 1_000_000]),
        ):
            source = folder / "source"
            source.mkdir()
            _fill(source, sizes)
            # The bare copy first, and once more afterwards: what the disk did for the first is worth for neither.
            bare, ours, again = (_run(way, source, folder / f"{way}-{turn}") for turn, way in enumerate(_WAYS))
            _remove(source)
            total_mb = sum(sizes) / 1e6
            quicker = min(bare.seconds, again.seconds)
            figures.append(Figure(what, ours.seconds * 1000, quicker * 1000, 2.0))
            remarks.append(
                f"{what}: {total_mb / ours.seconds:.0f} MB/s, bare {total_mb / quicker:.0f} MB/s; at its peak "
                f"{ours.peak_mb:.0f} MB of memory ({ours.begun_mb:.0f} MB before the first file), bare {bare.peak_mb:.0f} MB"
            )
    return figures, remarks


def show(files: int = FILES, megabytes: int = MEGABYTES, largest: int = LARGEST) -> None:
    figures, remarks = measure(files, megabytes, largest)
    show_figures(
        "Attaching files, against SHA-256, copy and fsync of each",
        figures,
        "\n".join(("Ours encrypts as well, recognises duplicates, and syncs folders.", *remarks)),
    )


def _sizes(files: int, megabytes: int) -> list[int]:
    """A few large ones and many small, as folders of documents are: each as large as chance has it, together as asked."""
    chance = random.Random(330)  # noqa: S311  # the same sizes each time
    weights = [chance.lognormvariate(0, 1.2) for _ in range(files)]
    return [round(megabytes * 1e6 * weight / sum(weights)) for weight in weights]


def _fill(folder: Path, sizes: Sequence[int]) -> None:
    """Content that no disk can make smaller, cheap to generate: each file differs from its first byte on."""
    noise = os.urandom(_PART)
    for number, size in enumerate(sizes):
        with (folder / f"{number:03}.pdf").open("wb") as file:
            for part in range(0, size, _PART):
                start = number.to_bytes(8, "big") + part.to_bytes(8, "big")
                file.write((start + noise)[: min(_PART, size - part)])
            file.flush()
            os.fsync(file.fileno())


def _run(way: str, source: Path, target: Path) -> Run:
    target.mkdir()
    command = [sys.executable, "-m", "benchmarks.attachments", way, str(source), str(target)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS)
    _remove(target)
    return msgspec.json.decode(done.stdout, type=Run)


def _remove(folder: Path) -> None:
    from wellled_desktop.vault.disk import Disk

    Disk().remove_folder(folder)


def _timed(way: str, source: Path, target: Path) -> Run:
    files = sorted(source.iterdir())
    keep = _ours(target) if way == "ours" else _bare(target)
    begun = _peak_mb()
    began = time.perf_counter()
    for file in files:
        keep(file)
    return Run(time.perf_counter() - began, _peak_mb(), begun)


def _ours(target: Path) -> Keep:
    from wellled_desktop.vault.attachments import Attachments
    from wellled_desktop.vault.disk import Disk

    attachments = Attachments(target / "attachments", os.urandom(32), Disk(), os.urandom, lambda: target)
    return attachments.keep


def _bare(target: Path) -> Keep:
    def keep(path: Path) -> None:
        sha256 = hashlib.sha256()
        with path.open("rb", buffering=0) as file, (target / path.name).open("wb", buffering=0) as copy:
            while part := file.read(_PART):
                sha256.update(part)
                copy.write(part)
            os.fsync(copy.fileno())

    return keep


def _peak_mb() -> float:
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in _WAYS:
        sys.stdout.buffer.write(msgspec.json.encode(_timed(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))))
    else:
        show(*map(int, sys.argv[1:4]))
