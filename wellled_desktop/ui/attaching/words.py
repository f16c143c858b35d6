"""How attaching is said: sizes, how far it is, how long it takes, and what became of it."""

import time
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from wellled_desktop.exchange.attaching import EMPTY
from wellled_desktop.exchange.file_names import shown_name
from wellled_desktop.ui.attaching.identifying import may_identify
from wellled_desktop.ui.attaching.run import Run
from wellled_desktop.ui.kit.words import counted

_UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))


def size_words(size: int) -> str:
    """812 bytes, 34 kB, 1.2 MB."""
    for worth, unit in _UNITS:
        if size >= worth:
            return f"{_number(size / worth)} {unit}"
    return counted(size, _tr("byte"), _tr("bytes"))


def so_far(done: int, total: int) -> str:
    """120 of 800 MB."""
    for worth, unit in _UNITS:
        if total >= worth:
            return _fill(_tr("%1 of %2"), _number(done / worth), f"{_number(total / worth)} {unit}")
    return _fill(_tr("%1 of %2"), f"{done:,}", counted(total, _tr("byte"), _tr("bytes")))


def _number(number: float) -> str:
    return f"{number:,.1f}" if 0 < number < 10 else f"{number:,.0f}"


def left_words(seconds: float | None) -> str:
    """About 2 min left; "" where it is not known yet."""
    if seconds is None:
        return ""
    if seconds < 10:
        return _tr("a few seconds left")
    if seconds < 55:
        return _fill(_tr("about %1 s left"), f"{round(seconds, -1):.0f}")
    return _fill(_tr("about %1 min left"), f"{max(1, round(seconds / 60)):,}")


def files_words(count: int) -> str:
    return counted(count, _tr("file"), _tr("files"))


def are(count: int) -> str:
    """7 files are."""
    return f"{files_words(count)} {_tr('is') if count == 1 else _tr('are')}"


def were(count: int) -> str:
    return f"{files_words(count)} {_tr('was') if count == 1 else _tr('were')}"


def attached_words(run: Run) -> str:
    """7 files are attached to E-014. N: why 2 of them are necessary; a patient may be recognised.

    What is to be done comes before why: in large text the end may not be seen.
    """
    words = _tr("%1 attached to %2") if run.to else _tr("%1 attached")
    sentences = [_fill(words, are(len(run.attached)), run.to)]
    if known := sum(may_identify(one) and not one.necessity for one in run.attached):
        recognised = _tr("N: why it is necessary; a patient may be recognised")
        if len(run.attached) > 1:
            one = _tr("N: why one of them is necessary; a patient may be recognised")
            recognised = one if known == 1 else _tr("N: why %1 of them are necessary; a patient may be recognised")
        sentences.append(_fill(recognised, f"{known:,}"))
    sentences += [f"“{shown_name(one.name)}” {EMPTY.rstrip('.')}" for one in run.attached if not one.size][:1]
    return ". ".join(sentences)


def under_way(run: Run, waiting: Iterable[Run]) -> str:
    """Attaching 12 of 330 files, 120 of 800 MB, about 2 min left, 3 files to come after."""
    count = min(run.files_done + 1, len(run.files))
    parts = [_fill(_tr("Attaching %1 of %2"), f"{count:,}", files_words(len(run.files)))]
    parts += [so_far(run.bytes_done, run.size), left_words(run.seconds_left(time.monotonic()))]
    if later := sum(len(one.files) for one in waiting):
        parts.append(_fill(_tr("%1 to come after"), files_words(later)))
    return ", ".join(part for part in parts if part)


def _fill(words: str, first: str, second: str = "") -> str:
    return words.replace("%1", first).replace("%2", second)


def _tr(words: str) -> str:
    return QCoreApplication.translate("AttachingWords", words)
