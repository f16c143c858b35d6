"""Why a document was not read, or not all of it, in one plain sentence. The process that reads gives only the reason."""

from wellled_desktop.exchange.documents.messages import Reason

NOT_IN_SEARCH = "so its words are not in the search; it is kept as it is and can be opened"
NO_PREVIEW = "so there is no preview; it is kept as it is and can be opened"
NO_COPY = "so no copy without the position was made; the original is kept as it is"
_PART = "so only what comes before is in the search; the whole of it is kept and can be opened"

_WHY: dict[Reason, str] = {
    "broken": "This file is damaged or is not what its name says",
    "characters": "This document has more than 20 million characters",
    "ended": "Reading this file ended unexpectedly, as with a damaged or hostile one",
    "kind": "The text of files of this kind is not read",
    "memory": "Reading this file takes more memory than is safe",
    "old word": "This document is in Word's old format",
    "no words": "There are no words in this document, only pictures, as in one that was scanned",
    "packed": "Unpacked, this file would grow to far more than a document",
    "pages": "This document has more than 20,000 pages",
    "password": "This document is protected by a password",
    "pixels": "This picture has more than 120 million pixels",
    "position": "From a picture of this kind the position cannot be taken out",
    "size": "This file is larger than 256 MB",
    "start": "This laptop has no room now for the program that reads files",
    "slow": "Reading this file takes too long",
}


def sentence(reason: Reason, so: str) -> str:
    return f"{_WHY[reason]}, {so}."


def sentence_of_part(reason: Reason) -> str:
    """Where something was read: “broken” says that single pages were left out, the rest that it was read up to a point."""
    if reason == "broken":
        return "Some of this document is damaged, so those parts are not in the search; it is kept as it is and can be opened."
    return sentence(reason, _PART)
