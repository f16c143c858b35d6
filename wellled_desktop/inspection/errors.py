"""What is refused, in words for the person who asked. Nothing was changed when one of these is raised."""


class RuleBroken(Exception):
    """A rule of the record forbids the command; the text says which, and what to do."""


class NotFound(RuleBroken):
    """The command names something that this inspection does not hold."""
