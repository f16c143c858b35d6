"""Which documents may hold macros."""

import pytest

from wellled_desktop.exchange.macros import may_hold_macros

PLAIN = "application/octet-stream"


@pytest.mark.parametrize(
    ("name", "media_type", "may"),
    [
        ("minutes.docm", PLAIN, True),
        ("figures.XLSM . .", PLAIN, True),
        ("minutes.docx", "application/vnd.ms-word.document.macroEnabled.12", True),
        ("minutes", "application/msword", True),
        ("plan.ods", "application/vnd.oasis.opendocument.spreadsheet", True),
        ("minutes.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", False),
        ("minutes.pdf", "application/pdf; version=1.7", False),
        ("docm", PLAIN, True),
        ("", "", False),
    ],
)
def test_its_content_or_its_name_says_so(name: str, media_type: str, may: bool) -> None:
    assert may_hold_macros(name, media_type) == may
