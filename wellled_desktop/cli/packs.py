"""The framework packs that come with the app, found by name."""

from importlib.resources.abc import Traversable

from wellled_desktop.cli.exits import NOT_FOUND, Stop
from wellled_desktop.cli.opening import Setting
from wellled_desktop.cli.typed import quoted
from wellled_desktop.framework.pack import Pack

DEFAULT_PACK = "cqc-trust-well-led"


def folders(chosen: Setting) -> list[Traversable]:
    return sorted((one for one in chosen.packs.iterdir() if one.is_dir()), key=lambda one: one.name)


def shipped_pack(chosen: Setting, name: str) -> Pack:
    """Raises Stop when no pack has that name, PackError when it is broken."""
    from wellled_desktop.framework.loader import load_pack

    for folder in folders(chosen):
        if folder.name == name:
            return load_pack(folder)
    raise Stop(f"There is no pack {quoted(name)}; “wellled framework list” shows those there are.", NOT_FOUND)
