"""The meeting's quiet clock: minutes of this KLOE and of the whole, against three quarters of an hour. It never alarms."""

from collections import defaultdict

MEETING_MINUTES = 45


class MeetingClock:
    """Begins with the first step of the meeting, and counts only what it is told: seconds in which the agenda was shown."""

    def __init__(self) -> None:
        self.began = False
        self._seconds: defaultdict[str, float] = defaultdict(float)

    def begin(self) -> None:
        self.began = True

    def pass_seconds(self, kloe: str, seconds: float) -> None:
        if self.began:
            self._seconds[kloe] += seconds

    def minutes(self, kloe: str = "") -> int:
        """Whole minutes of one KLOE, or of the meeting."""
        return int((self._seconds[kloe] if kloe else sum(self._seconds.values())) // 60)


def minutes_each(kloes: int) -> str:
    """5½ for eight."""
    halves = MEETING_MINUTES * 2 // max(1, kloes)
    return f"{halves // 2}{'½' if halves % 2 else ''}"
