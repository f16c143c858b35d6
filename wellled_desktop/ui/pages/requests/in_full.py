"""All that is known of a request, or of an item asked for without one: what narrow columns give way to is said here."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.ui.pages.requests.request_model import Asked, RequestModel, brief_day


def in_full(requests: RequestModel, asked: Asked) -> str:
    request, text = asked.request, requests.words_of(asked)
    if request is None:
        reason = asked.item.reason if asked.item else None
        return f"{asked.node}: {text}\n{reason}" if reason else f"{asked.node}: {text}"
    about = (
        _tr("of %1").replace("%1", request.asked_of) if request.asked_of else "",
        _tr("for %1").replace("%1", request.line_ref) if request.line_ref else "",
        _linked(requests, request.node),
        _tr("made %1").replace("%1", brief_day(request.day)),
        _tr("due %1").replace("%1", brief_day(request.due)) if request.due else "",
        _tr("asked by %1").replace("%1", request.author),
        _received(requests, asked),
        request.state_reason or "",
    )
    return f"{request.ref}: {text}\n{', '.join(part for part in about if part)}"


def _linked(requests: RequestModel, node: str | None) -> str:
    if not node:
        return ""
    words = _tr("key evidence %1") if requests.is_evidence(node) else _tr("prompt %1")
    return words.replace("%1", node)


def _received(requests: RequestModel, asked: Asked) -> str:
    """When, and with which evidence entries."""
    day = requests.received_on(asked)
    refs = ", ".join(one.ref for one in requests.answers_to(asked))
    parts = (
        _tr("received %1").replace("%1", brief_day(day)) if day else "",
        _tr("with %1 (E)").replace("%1", refs) if refs else "",
    )
    return " ".join(part for part in parts if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Requests", text)
