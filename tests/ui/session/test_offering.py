"""Slips and other names find what was meant. How soon each key has its list is drilled in `tests/drills`."""

from tests.ui.session.desk import Desk


def test_slips_and_other_names_find_what_was_meant(desk: Desk) -> None:
    for typed, word in (("succesion", "succession"), ("bulying", "bullying"), ("bully", "bully"), ("ICB", "CCG")):
        desk.type(f"#{typed}")
        offered = desk.page.completions
        assert offered.offered(), typed
        texts = [offered.model().index(row, 0).data() for row in range(offered.model().rowCount())]
        assert any(word in text for text in texts), typed
        desk.page.composer.edit.clear()
