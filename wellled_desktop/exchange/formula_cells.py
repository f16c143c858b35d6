"""Cells that a spreadsheet would take for a formula: written with an apostrophe before them, which is taken off when read."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def defused(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) or cell[:2].lstrip("'").startswith(_FORMULA) else cell


def as_typed(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip("'").startswith(_FORMULA) else cell
