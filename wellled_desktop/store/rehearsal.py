"""Asks once, of an empty store in memory, what is asked when an inspection is opened: SQLAlchemy builds much of itself at the
first statement of each kind, which then takes no time after the passphrase. Nothing here knows a file or a key.
"""

import datetime as dt

from wellled_desktop.store import journal, node_reading, overview, reading
from wellled_desktop.store.connection import memory_engine
from wellled_desktop.store.tables import metadata

_NO_DEVICE = "none"


def rehearse() -> None:
    """Some 25 ms, on a thread beside the UI's."""
    engine = memory_engine()
    with engine.connect() as connection:
        metadata.create_all(connection)
        journal.read_tail(connection, _NO_DEVICE)
        reading.inspection_detail(connection)
        reading.pinned_pack(connection)
        overview.days_with_something(connection)
        overview.day_overview(connection, day=dt.date.min, device=_NO_DEVICE)
        node_reading.kloe_totals(connection)
    engine.dispose()
