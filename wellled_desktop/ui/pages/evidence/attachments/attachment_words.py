"""How an attachment is said: its kind, and everything that is known of it."""

import re

import msgspec
from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.ui.attaching.identifying import may_identify
from wellled_desktop.ui.attaching.words import size_words
from wellled_desktop.ui.kit.words import clock_time, dated

_KINDS = (
    ("application/pdf", "PDF"),
    ("image/", "picture"),
    ("audio/", "sound"),
    ("video/", "video"),
    ("message/", "e-mail"),
    ("application/vnd.ms-outlook", "e-mail"),
    ("application/msword", "Word"),
    ("application/vnd.ms-word", "Word"),
    ("application/vnd.ms-excel", "Excel"),
    ("application/vnd.ms-powerpoint", "PowerPoint"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml", "Word"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml", "Excel"),
    ("application/vnd.openxmlformats-officedocument.presentationml", "PowerPoint"),
    ("application/zip", "archive"),
    ("text/csv", "table"),
    ("text/html", "web page"),
    ("text/", "text"),
)
_MAY_END_HERE = "\u200b"
_RUNS = re.compile(r"[^\s_.,-]{16}|[_.,-](?=\w)")


class Listed(msgspec.Struct, frozen=True):
    """An attachment, the other entries its content is attached to as well, and why it is not in the search, "" if it is."""

    attachment: Attachment
    also: tuple[str, ...] = ()
    unread: str = ""


def kind_words(media_type: str) -> str:
    return next((_tr(words) for beginning, words in _KINDS if media_type.startswith(beginning)), _tr("file"))


def lacks_necessity(attachment: Attachment) -> bool:
    """Whether a patient may be recognised in it and nobody has noted yet why it was necessary."""
    return attachment.retracted_at is None and may_identify(attachment) and not attachment.necessity


def facts_of(listed: Listed) -> str:
    """In sentences, one beneath the other."""
    one = listed.attachment
    added = _tr("%1, %2. Added %3, %4, by %5.").replace("%1", _upper(kind_words(one.media_type)))
    for sign, words in (("%2", size_words(one.size)), ("%3", dated(one.day)), ("%4", clock_time(one.added_at))):
        added = added.replace(sign, words)
    sentences = [added.replace("%5", one.author)]
    if listed.also:
        sentences.append(_tr("Also attached to %1.").replace("%1", ", ".join(listed.also)))
    if one.necessity:
        sentences.append(_tr("Why it was necessary: %1").replace("%1", one.necessity))
    elif may_identify(one):
        sentences.append(_tr("A patient may be recognised in it, and nothing says why it was necessary. N notes it."))
    if listed.unread:
        sentences.append(_tr("Not read for the search: %1").replace("%1", listed.unread))
    if one.retracted_at is not None:
        sentences.append(_tr("Retracted: %1").replace("%1", one.retraction_reason or ""))
    return "\n".join(sentences)


def breakable(name: str) -> str:
    """With places where a line may end that are not seen: many names have no space in them."""
    return _RUNS.sub(lambda run: f"{run.group()}{_MAY_END_HERE}", name)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _tr(words: str) -> str:
    return QCoreApplication.translate("AttachmentWords", words)
