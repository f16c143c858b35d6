"""The parts of the shell that know no widget: history, what is remembered, settings, the place of a defect."""

import re
import stat
from pathlib import Path

import pytest

from wellled_desktop.ui.kit.settings import Settings, SettingsFile
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.unexpected import place_of
from wellled_desktop.ui.window.history import History
from wellled_desktop.ui.window.remembered import WindowState, as_bytes, as_text, decoded, encoded

TODAY, W3, SESSIONS = Place("today"), Place("kloe", "W3", "W3.2"), Place("sessions")


def test_back_and_forward_lead_the_way_one_came() -> None:
    history = History()
    history.leave(TODAY)
    history.leave(W3)
    assert history.back(SESSIONS) == W3
    assert history.back(W3) == TODAY
    assert not history.can_go_back
    assert history.forward(TODAY) == W3
    assert history.forward(W3) == SESSIONS
    assert not history.can_go_forward


def test_going_elsewhere_forgets_what_lay_ahead() -> None:
    history = History()
    history.leave(TODAY)
    history.back(W3)
    history.leave(TODAY)
    assert not history.can_go_forward


def test_the_history_does_not_grow_for_ever() -> None:
    history = History()
    for number in range(500):
        history.leave(Place("kloe", f"W{number}"))
    steps = 0
    here = TODAY
    while history.can_go_back:
        here = history.back(here)
        steps += 1
    assert steps == 50


def test_where_the_window_was_is_read_back_as_it_was() -> None:
    state = WindowState(W3, "W3", as_text(b"\x00\xff"), "")
    assert decoded(encoded(state)) == state
    assert as_bytes(state.geometry) == b"\x00\xff"


@pytest.mark.parametrize("content", [None, b"", b"{", b'{"place": {"page": "elsewhere"}}', b"[1]"])
def test_what_was_remembered_otherwise_leads_to_today(content: bytes | None) -> None:
    assert decoded(content) == WindowState()


def test_a_damaged_geometry_is_no_geometry() -> None:
    assert as_bytes("not base 64!") == b""


def test_settings_are_kept_for_their_owner_alone(tmp_path: Path) -> None:
    SettingsFile(tmp_path).change(scheme="dark", text_step=2, last_inspection="i1")
    assert SettingsFile(tmp_path).settings == Settings("dark", 2, "i1", recovery_key_pending=False)
    assert stat.S_IMODE((tmp_path / "settings.json").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"scheme": "pink", "text_step": 99, "last_inspection": 7}', '{"text_step": "2"}']
)
def test_settings_that_are_not_as_they_should_be_are_the_usual_ones(tmp_path: Path, content: str) -> None:
    (tmp_path / "settings.json").write_text(content, encoding="utf-8")
    assert SettingsFile(tmp_path).settings == Settings()


def test_settings_make_no_library_where_there_is_none(tmp_path: Path) -> None:
    SettingsFile(tmp_path / "library").change(scheme="dark")
    assert not (tmp_path / "library").exists()


def test_the_place_of_a_defect_says_nothing_of_what_was_typed() -> None:
    try:
        int("what somebody typed")
    except ValueError as error:
        said = place_of(error)
    assert said.startswith("ValueError at test_small_parts.py:")
    assert "somebody" not in said


def test_the_place_of_a_defect_is_that_of_our_own_code() -> None:
    with pytest.raises(TypeError) as raised:
        as_bytes(7)  # type: ignore[arg-type]
    assert re.fullmatch(r"TypeError at ui/window/remembered\.py:\d+ as_bytes", place_of(raised.value))


def test_a_defect_without_a_traceback_has_the_place_where_it_was_told() -> None:
    said = place_of(TypeError("what somebody typed"))
    assert said.startswith("TypeError at test_small_parts.py:")
    assert "somebody" not in said
