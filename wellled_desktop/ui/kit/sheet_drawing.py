"""Drawing up question sheets from the window: the question to the record, and what comes of it. No widgets."""

import datetime as dt
import os
import time
from collections.abc import Callable
from typing import Any

from wellled_desktop.framework.pack import Pack
from wellled_desktop.framework.scope import Scope
from wellled_desktop.inspection.commands import AddQuestions
from wellled_desktop.inspection.identity import uuid7
from wellled_desktop.inspection.sheet import drawn_up
from wellled_desktop.store.sheet_reading import sheet_matter

DRAW_KEYS = "Ctrl+Shift+D"
SHEET_KINDS = frozenset({"question-added", "question-withdrawn", "sheet-ordered", "question-state-set"})

DrawnUp = tuple[int, tuple[AddQuestions, ...]]
"""For how many sessions it was asked, and what to add to the sheets of those with anything new."""


def new_question_id() -> str:
    return uuid7(time.time_ns() // 1_000_000, os.urandom(10))


def draw_up_sheets(
    pack: Pack, scope: Scope, *, session_id: str | None = None, day: dt.date | None = None
) -> Callable[[Any], DrawnUp]:
    """A question for `Bridge.ask`: reads and proposes on the reader's thread, for one session or for all of a day."""

    def ask(connection: Any) -> DrawnUp:
        matter = sheet_matter(connection, session_id=session_id, day=day)
        return len(matter.sessions), drawn_up(pack, scope, matter, new_question_id)

    return ask
