"""The reports there are, each with its name, its button and what it is, as the page says it."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.ui.pages.reports.paper import ReportKind

KINDS: tuple[ReportKind, ...] = ("day", "sheets", "cards", "minutes", "liaison")


def title_of(kind: ReportKind) -> str:
    return {
        "day": _tr("Day report"),
        "sheets": _tr("Question sheets"),
        "cards": _tr("Blank role cards"),
        "minutes": _tr("Corroboration minutes"),
        "liaison": _tr("List for the trust's liaison"),
    }[kind]


def button_of(kind: ReportKind) -> str:
    return {
        "day": _tr("E&xport day report"),
        "sheets": _tr("E&xport question sheets"),
        "cards": _tr("E&xport role cards"),
        "minutes": _tr("E&xport the minutes"),
        "liaison": _tr("E&xport the list"),
    }[kind]


def about(kind: ReportKind) -> str:
    return {
        "day": _tr(
            "What was recorded on one day: sessions, note lines by KLOE and prompt, key evidence gathered, open "
            "requests and claims. People at the trust appear by role, without their names; inspectors sign by "
            "name. The record itself is not changed."
        ),
        "sheets": _tr(
            "For paper: each session of the day on pages of its own, its questions with why they are there, boxes to "
            "tick and room to write. Sessions (Ctrl+3) draws the sheets up."
        ),
        "cards": _tr(
            "For paper: what to raise with each role and why, with room to write, each role on pages of its own."
        ),
        "minutes": _tr(
            "What the evening meeting of the day decided, KLOE by KLOE: each item, what was said of it, its outcome with "
            "the reason, the request or question it became, who and when. Nobody at the trust is named."
        ),
        "liaison": _tr(
            "What was asked of the trust, as it stands today: the number, what is asked for and of whom, since when, until "
            "when. It holds nothing of the notes. Requests (Ctrl+5, L) writes it as a table too."
        ),
    }[kind]


def _tr(words: str) -> str:
    return QCoreApplication.translate("ReportKinds", words)
