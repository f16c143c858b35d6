"""The looks in which every place is photographed."""

from typing import NamedTuple

from wellled_desktop.ui.kit.theme import Scheme


class Look(NamedTuple):
    """`scale` is Qt's own factor for the whole screen."""

    scheme: Scheme
    scale: str


LOOKS = {"light": Look("light", "1"), "dark": Look("dark", "1"), "200": Look("light", "2")}
