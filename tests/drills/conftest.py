"""The drills use the same invented inspection as the tests of the window."""

from tests.ui.conftest import real_pack

__all__ = ["real_pack"]
