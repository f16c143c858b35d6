"""Where in the app one is: what the navigator opens, what links lead to, and where the window returns to."""

from typing import Literal

import msgspec

PageName = Literal[
    "today",
    "kloe",
    "sessions",
    "session",
    "evidence",
    "requests",
    "worries",
    "triangulation",
    "corroboration",
    "reports",
]


class Place(msgspec.Struct, frozen=True):
    """A page, the record it shows (a KLOE id, a session id, or ""), and what is selected there (a node id, a line id)."""

    page: PageName
    key: str = ""
    selected: str = ""
