"""Times as they are written in files without a zone: on the wall of a zone, None meaning this laptop's."""

import datetime as dt

Zone = dt.tzinfo | None


def on_the_wall(moment: dt.datetime, zone: Zone) -> dt.datetime:
    return moment.astimezone(zone)


def moment_of(wall: dt.datetime, zone: Zone) -> tuple[dt.datetime, str]:
    """The moment at which a clock in the zone shows `wall`; and a remark where the clocks are changed just then, else ""."""
    wall = wall.replace(tzinfo=None)
    moment = _placed(wall, zone)
    shown = moment.astimezone(dt.UTC).astimezone(zone)
    if shown.replace(tzinfo=None, fold=0) != wall:
        return shown, f"There is no {wall:%H:%M} on that day, as the clocks go forward; {shown:%H:%M} was taken."
    if _placed(wall.replace(fold=1), zone).utcoffset() != moment.utcoffset():
        return moment, f"The clocks go back, so {wall:%H:%M} comes twice on that day; the first was taken."
    return moment, ""


def _placed(wall: dt.datetime, zone: Zone) -> dt.datetime:
    return wall.astimezone() if zone is None else wall.replace(tzinfo=zone)
