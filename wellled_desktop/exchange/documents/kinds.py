"""Which reader takes which file: by its media type, which was told from its content, and only then by its name."""

from typing import Literal

Kind = Literal["pdf", "word", "old word", "workbook", "plain", "picture", "unknown"]

_OFFICE = "application/vnd.openxmlformats-officedocument."
_BY_TYPE: dict[str, Kind] = {
    "application/pdf": "pdf",
    f"{_OFFICE}wordprocessingml.document": "word",
    "application/vnd.ms-word.document.macroenabled.12": "word",
    "application/msword": "old word",
    f"{_OFFICE}spreadsheetml.sheet": "workbook",
    "application/vnd.ms-excel.sheet.macroenabled.12": "workbook",
    "application/vnd.ms-excel": "workbook",
    "application/vnd.oasis.opendocument.spreadsheet": "workbook",
    "message/rfc822": "plain",
}
_BY_NAME: dict[str, dict[str, Kind]] = {
    "application/zip": {"ods": "workbook", "xlsx": "workbook", "xlsb": "workbook", "docx": "word"},
    # Its bytes are those of no text in UTF-8; it may be one of an older encoding.
    "application/octet-stream": {
        "txt": "plain",
        "csv": "plain",
        "md": "plain",
        "log": "plain",
        "tif": "picture",
        "tiff": "picture",
    },
}
_DRAWN = frozenset(("image/png", "image/jpeg", "image/gif", "image/webp", "image/tiff", "image/bmp"))


def kind_of(media_type: str, name: str) -> Kind:
    media_type = media_type.partition(";")[0].strip().casefold()
    if known := _BY_TYPE.get(media_type):
        return known
    if media_type.startswith("image/"):
        return "picture"
    if media_type.startswith("text/"):
        return "plain"
    return _BY_NAME.get(media_type, {}).get(name.rpartition(".")[2].casefold(), "unknown")


def can_be_drawn(media_type: str, name: str) -> bool:
    kind = kind_of(media_type, name)
    return kind == "pdf" or (kind == "picture" and (media_type in _DRAWN or not media_type.startswith("image/")))
