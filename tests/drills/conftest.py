"""The drills use the same invented inspection, the same look and the same session as the tests of the window."""

from tests.ui.conftest import (
    clock,
    inspection,
    library_folder,
    opened,
    real_pack,
    templates,
    the_look,
    the_look_is_left_as_it_was,
    vault,
)
from tests.ui.session.conftest import unshown_desk

__all__ = [
    "clock",
    "inspection",
    "library_folder",
    "opened",
    "real_pack",
    "templates",
    "the_look",
    "the_look_is_left_as_it_was",
    "unshown_desk",
    "vault",
]
