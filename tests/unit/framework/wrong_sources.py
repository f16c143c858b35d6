"""The ways in which the sources of a pack's roles can be wrong, told as in wrong_packs."""

from tests.unit.framework.wrong_packs import Spoil, replacing, without_line

WRONG_SOURCES: dict[str, tuple[Spoil, str, str]] = {
    "a source for an unknown role": (
        replacing("role_sources.yaml", "- {role: siro, source: executive}", "- {role: sirocco, source: executive}"),
        r"role_sources\.yaml, line \d+ \(role_sources\[41\]\.role\)",
        "a role of the pack was expected and “sirocco” is none",
    ),
    "two sources for a role": (
        replacing(
            "role_sources.yaml",
            "- {role: siro, source: executive}",
            "- {role: siro, source: executive}\n- {role: siro, source: staff}",
        ),
        r"role_sources\.yaml, line \d+ \(role_sources\[42\]\.role\)",
        "one source a role was expected and “siro” has two",
    ),
    "a role without a source": (
        without_line("role_sources.yaml", "- {role: siro,"),
        r"role_sources\.yaml, line \d+ \(role_sources\)",
        "a source for every role was expected and “siro” has none",
    ),
    "a source that is none": (
        replacing("role_sources.yaml", "role: governors, source: governor", "role: governors, source: gouvernante"),
        r"role_sources\.yaml, line \d+ \(role_sources\[9\]\.source\)",
        "one of executive, non-executive, governor, senior-leader, staff, public, external was expected",
    ),
}
