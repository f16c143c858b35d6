"""How pieces of text, typed by anybody, are put together into sentences with one punctuation mark at each end. Pure."""

_ENDS = (".", "?", "!", "…")
_AFTER_END = "”’\"')"


def ended(text: str) -> str:
    """With a full stop, unless it already ends: also inside its closing quotation mark or bracket. Of nothing, nothing."""
    words = text.rstrip()
    return words if not words or words.rstrip(_AFTER_END).endswith(_ENDS) else f"{words.rstrip(',;:')}."


def unended(text: str) -> str:
    """Without the full stop it may end with, to be quoted; a question keeps its mark."""
    return text.rstrip().rstrip(".")
