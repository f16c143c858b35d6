"""The places one came from, and those one has come back from: Back and Forward. Knows nothing of widgets."""

from wellled_desktop.ui.places import Place

_LONGEST = 50


class History:
    """What was left last comes back first; going on to a new place forgets what lay ahead."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    @property
    def can_go_back(self) -> bool:
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._ahead)

    def leave(self, place: Place) -> None:
        """Notes the place that is left for a new one."""
        self._ahead.clear()
        if self._behind[-1:] != [place]:
            self._behind.append(place)
        del self._behind[:-_LONGEST]

    def back(self, here: Place) -> Place:
        """The place before this one, to be shown in place of `here`."""
        self._ahead.append(here)
        return self._behind.pop()

    def forward(self, here: Place) -> Place:
        """The place one came back from, to be shown in place of `here`."""
        self._behind.append(here)
        return self._ahead.pop()
