"""The list of requests for the trust's liaison, as it stands in the record."""

import datetime as dt

from sqlalchemy import Connection

from wellled_desktop.framework.pack import node_texts
from wellled_desktop.inspection.liaison import LiaisonList, liaison_list
from wellled_desktop.store import reading, request_reading, talk_reading


def liaison(connection: Connection, *, today: dt.date) -> LiaisonList:
    pack = reading.pinned_pack(connection)
    published = node_texts(pack) if pack is not None else {}
    asked, notes = talk_reading.request_list(connection), request_reading.notes_behind(connection)
    return liaison_list(asked, notes, published, today)
