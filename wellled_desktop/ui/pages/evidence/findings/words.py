"""How a finding's weight and the way it points are said."""

from wellled_desktop.inspection.words import Weight


def other_way_words(weight: Weight, *, other_way: bool) -> str:
    """Concern; strength, other way."""
    return f"{weight}, other way" if other_way else weight
