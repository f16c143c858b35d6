"""The words of Find anything: what the kinds of things found are called, and what is said of what was typed."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.find.query import Query
from wellled_desktop.inspection.read_models.found import FoundKind
from wellled_desktop.ui.find.looking import Answer, Pages
from wellled_desktop.ui.kit.words import counted

KINDS: dict[FoundKind, tuple[str, str]] = {
    "session": ("session", "Sessions"),
    "participant": ("participant", "Participants"),
    "name": ("participant", "Participants"),
    "entry": ("evidence entry", "Evidence"),
    "attachment": ("attachment", "Attachments, by their names"),
    "request": ("request", "Requests"),
    "line": ("note line", "Note lines"),
    "question": ("question", "Questions"),
    "answer": ("answer in a form", "Answers in forms"),
    "worry": ("worry", "Worries"),
    "risk": ("risk", "Risk register"),
    "finding": ("finding", "Service-level findings"),
    "judgement": ("judgement", "Judgements"),
    "local node": ("of the team’s own", "The team’s own in the framework"),
    "page": ("page of a document", "In the text of documents"),
}
"""One of a kind, and the heading over them."""

_NO_LONGER: dict[FoundKind, str] = {
    "session": "cancelled", "request": "withdrawn", "participant": "removed", "name": "removed",
}  # fmt: skip
_MOST_NAMED = 3


def no_longer(kind: FoundKind) -> str:
    """What is said of one that does not stand any more."""
    return _tr(_NO_LONGER.get(kind, "retracted"))


def operators() -> str:
    """The quiet line under the field."""
    return _tr(
        "from:governors   in:W3   type:said   day:2   is:claim   “words side by side”   -without   S-03 l.27   E-014"
    )


def how_to_begin() -> tuple[str, ...]:
    return (
        _tr("Type words, or only how they begin: note lines, evidence, documents, the framework, people and commands."),
        _tr("Or a number: S-03 l.27 is a note line, S-03 a session, E-014 evidence, R-007 a request, W3.2 a prompt."),
        _tr("Up and Down move through what is found, Ctrl+Down to the next kind; Enter goes there, Esc leaves."),
    )


def how_many(count: int, *, more: bool) -> str:
    """What stands over the results; `more`: there is more of the record than is shown."""
    found = counted(count, _tr("thing found"), _tr("things found"))
    return (
        _tr("The best %1; there is more. One word more, or from: in: type: day:, finds less.").replace("%1", found)
        if more
        else found
    )


def remarks(answer: Answer, pages: Pages | None, *, nothing: bool) -> str:
    """How the text was understood, where that is not plain, and what could not be looked through; where `nothing` is found,
    why that is, is said elsewhere.
    """
    others = (f"{one}." for one in _other_names(answer.query))
    of_pages = (pages.problem, not_read(pages.unread)) if pages is not None else ()
    return " ".join(filter(None, (*(() if nothing else answer.said), *others, *of_pages)))


def not_read(count: int) -> str:
    """That files were attached whose text cannot be found yet; "" where there is none."""
    if not count:
        return ""
    if count == 1:
        return _tr("1 file is not read yet, so nothing in it is found.")
    return _tr("%1 files are not read yet, so nothing in them is found.").replace("%1", f"{count:,}")


def _other_names(query: Query) -> tuple[str, ...]:
    """ICB finds CCG: said, so that nobody wonders why."""
    told = []
    for term in query.terms:
        own = " ".join(" ".join(phrase.words) for phrase in term.own)
        others = [" ".join(phrase.words) for phrase in term.others]
        others = [other for other in others if other not in (f"{own.casefold()}s", own.casefold().removesuffix("s"))]
        singular = [other for other in others if other.removesuffix("s") not in others or not other.endswith("s")]
        if singular:
            names = ", ".join(singular[:_MOST_NAMED])
            told.append(_tr("“%1” finds also: %2").replace("%1", own).replace("%2", names))
    return tuple(told)


def _tr(words: str) -> str:
    return QCoreApplication.translate("FindAnything", words)
