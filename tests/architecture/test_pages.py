"""Each page of the window stands by itself: what two of them need is in the kit."""

import ast
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "wellled_desktop" / "ui"
PAGES = tuple(sorted(folder.name for folder in (UI / "pages").iterdir() if (folder / "__init__.py").exists()))


def imported(file: Path) -> set[str]:
    """The modules that a file imports, wherever in it."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    return found | {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}


@pytest.mark.parametrize("page", PAGES)
def test_no_page_imports_another_or_the_entrance(page: str) -> None:
    own = f"wellled_desktop.ui.pages.{page}"
    elsewhere = ("wellled_desktop.ui.pages.", "wellled_desktop.ui.entrance", "wellled_desktop.ui.window")
    wrong = [
        f"{file.name}: {name}"
        for file in sorted((UI / "pages" / page).rglob("*.py"))
        for name in sorted(imported(file))
        if name.startswith(elsewhere) and not f"{name}.".startswith(f"{own}.")
    ]
    assert wrong == []


def test_the_kit_imports_no_page() -> None:
    wrong = [file.name for file in (UI / "kit").glob("*.py") if any(".ui.pages" in name for name in imported(file))]
    assert wrong == []
