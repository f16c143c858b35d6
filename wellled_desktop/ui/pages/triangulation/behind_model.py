"""What stands beside the matrix, as rows: the advice on the selected prompt, then what is behind the selected cell."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.triangulation.advice import Advice
from wellled_desktop.store.triangulation_reading import Behind
from wellled_desktop.ui.kit.linked_rows import Heading, LinkedRow, ListRow, More, entry_row, finding_row, line_row
from wellled_desktop.ui.pages.triangulation.words import source_in_words


def rows_of(advice: tuple[Advice, ...], behind: Behind, titles: dict[str, str]) -> tuple[ListRow, ...]:
    rows: list[ListRow] = [Heading(_tr("Advice on %1").replace("%1", behind.node))]
    rows += [_advice_row(one) for one in advice]
    if not advice:
        rows.append(Heading(_tr("None: nothing here rests on too little."), quiet=True))
    count = behind.lines_in_all + len(behind.entries) + len(behind.findings)
    title = f"{behind.node}, {source_in_words(behind.source)}"
    rows.append(Heading(f"{title} ({count:,})" if count else title))
    if not count:
        rows.append(Heading(_tr("Nothing yet. In a session, # and the id link a line to a prompt."), quiet=True))
    rows += [entry_row(one, other_way=behind.node in one.other_way) for one in behind.entries]
    rows += [finding_row(one, other_way=one.points_other_way) for one in behind.findings]
    rows += [line_row(one, titles) for one in behind.lines]
    older = behind.lines_in_all - len(behind.lines)
    if older > 0:
        rows.append(More(_tr("Show older lines (%1 more)").replace("%1", f"{older:,}")))
    return tuple(rows)


def first_record(rows: tuple[ListRow, ...]) -> int:
    """The first of what is behind the cell; where nothing is, the first advice; -1 with neither."""
    places = [at for at, row in enumerate(rows) if not isinstance(row, Heading)]
    return next((at for at in places if not _is_advice(rows[at])), places[0] if places else -1)


def _is_advice(row: ListRow) -> bool:
    return isinstance(row, LinkedRow) and isinstance(row.record, Advice)


def _advice_row(advice: Advice) -> LinkedRow:
    return LinkedRow(key=advice.rule, who=advice.rule.capitalize(), words=advice.reason, bold=True, record=advice)


def _tr(words: str) -> str:
    return QCoreApplication.translate("TriangulationPage", words)
