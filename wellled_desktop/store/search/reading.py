"""Finding what was typed in the record and in the text of its documents; `inspection.find` finds in the framework."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, get_args

from sqlalchemy import Connection, func, select

from wellled_desktop.inspection.citing import Citation, of_files
from wellled_desktop.inspection.find.marks import RETRACTED, kind_mark
from wellled_desktop.inspection.find.query import Mark, Query
from wellled_desktop.inspection.find.snippet import snippet
from wellled_desktop.inspection.read_models.found import Found, FoundItem, FoundKind
from wellled_desktop.store import tables as t
from wellled_desktop.store.documents import Documents, FoundPage
from wellled_desktop.store.search import matching, numbers
from wellled_desktop.store.search.of_record import roles_by_title

KINDS: tuple[FoundKind, ...] = get_args(FoundKind)
"""In the order in which they are shown."""
_ORDER = {kind: at for at, kind in enumerate(KINDS)}
CANDIDATES = 300
"""So many of the newest are ranked: to rank all that hold a common word takes 40 ms of 44,500 lines (benchmarks/finding.py)."""
CANDIDATE_PAGES, PAGES = 200, 20
LEAST_OF_A_KIND = 5
"""So many of each kind come before more of any other."""

_RETRACTED = f"instr(findable.marks, '{RETRACTED}') > 0 AS retracted"
_MATCHING = f"""
    SELECT findable.id, kind, {_RETRACTED}, {{score}} AS score
    FROM find_index JOIN findable ON findable.id = find_index.rowid
    WHERE find_index MATCH ? ORDER BY find_index.rowid DESC LIMIT {CANDIDATES}
"""  # noqa: S608  # names of our own
_WHOLE = f"SELECT id, kind, entity, session_id, ref, at, words, {_RETRACTED} FROM findable"  # noqa: S608
_MARKED = """
    SELECT attachment.id, attachment.sha256 FROM find_index JOIN findable ON findable.id = find_index.rowid
    JOIN attachment ON attachment.id = findable.entity WHERE find_index MATCH ?
"""
_NOT_A_NAME = Mark((kind_mark("name"),))


class _Candidate(NamedTuple):
    id: int
    kind: FoundKind


_NO_TITLES: Mapping[str, str] = {}


def find(
    connection: Connection,
    query: Query,
    limit: int = 50,
    *,
    names: bool = False,
    documents: Documents | None = None,
    titles: Mapping[str, str] = _NO_TITLES,
) -> Found:
    """At most `limit` things: the one that a number names, then by kind, each kind's best first, the newer first of equals.

    People's names are looked in only where `names` asks for it, pages only where there are `documents`. A session's roles
    are shown by their `titles`. Raises StoreError.
    """
    if not query.can_be_asked:
        return Found()
    named = _named(connection, query)
    ranked = [row for row in _ranked(connection, query, names=names) if row.id != named]
    pages = [] if documents is None else found_pages(connection, documents, query, PAGES)
    kinds = [*(row.kind for row in ranked), *(page.kind for page in pages)]
    taken = _shared_out(kinds, limit if named is None else limit - 1)
    of_record = [ranked[at].id for at in taken if at < len(ranked)]
    items = _items(connection, of_record if named is None else [named, *of_record], query, named, titles)
    of_documents = (pages[at - len(ranked)] for at in taken if at >= len(ranked))
    nothing = not (taken or items)
    return Found(
        (*items, *of_documents),
        more=len(taken) < len(kinds),
        carried_by_nothing=_carried_by_nothing(connection, query) if nothing else (),
        named=named is not None,
        no_such=numbers.no_such(connection, query.named) if query.named is not None and named is None else None,
        lacking=_lacking(connection, documents, query, names=names) if nothing else (),
    )


def _carried_by_nothing(connection: Connection, query: Query) -> tuple[str, ...]:
    """Those of the marks, as typed, that nothing in the record carries, whatever its words."""
    first = "SELECT rowid FROM find_index WHERE find_index MATCH ? LIMIT 1"
    return tuple(
        typed
        for typed, mark in zip(query.marks_typed, query.marks, strict=True)
        if connection.exec_driver_sql(first, (matching.in_record(Query(marks=(mark,))),)).first() is None
    )


def _lacking(connection: Connection, documents: Documents | None, query: Query, *, names: bool) -> tuple[str, ...]:
    """Those of the words, as typed, that nothing in the record has, nor any page of the documents where they are given."""
    elsewhere = () if documents is None else words_in(documents, query)
    first = "SELECT rowid FROM find_index WHERE find_index MATCH ? LIMIT 1"
    without = () if names else (_NOT_A_NAME,)
    return tuple(
        term.typed
        for term in query.terms
        if term.typed not in elsewhere
        and connection.exec_driver_sql(
            first, (matching.in_record(Query(terms=(term,), without_marks=without)),)
        ).first()
        is None
    )


def words_in(documents: Documents, query: Query) -> tuple[str, ...]:
    """Those of the words, as typed, that any page has. Raises StoreError."""
    return tuple(term.typed for term in query.terms if documents.has(matching.in_documents(Query(terms=(term,)))))


def _named(connection: Connection, query: Query) -> int | None:
    """The row of what the number names; None where there is no such thing."""
    if query.named is None:
        return None
    entity = numbers.entity_of(connection, query.named)
    where = "SELECT id FROM findable WHERE entity = ? AND kind = ?"
    return connection.exec_driver_sql(where, (entity, query.named.kind)).scalar()


def _ranked(connection: Connection, query: Query, *, names: bool) -> list[_Candidate]:
    """The newest of all, nearly all of them lines; and of the other kinds, where those leave no room for them."""
    matching_all = _MATCHING.format(score="bm25(find_index, 1.0, 0.0)" if query.terms else "0.0")
    rows = connection.exec_driver_sql(matching_all, (matching.in_record(query),)).all()
    if len(rows) == CANDIDATES:
        others = [kind for kind in KINDS if kind not in ("line", "page")]
        rows = [*rows, *connection.exec_driver_sql(matching_all, (matching.in_record(query, others),)).all()]
    found = {(_ORDER[kind], gone, score, -row): kind for row, kind, gone, score in rows if names or kind != "name"}
    return [_Candidate(-rank[-1], found[rank]) for rank in sorted(found)]


def _shared_out(kinds: Sequence[FoundKind], limit: int) -> list[int]:
    """Which to show, in their order: the first few of each kind, and as many more as there is room for."""
    seen: Counter[FoundKind] = Counter()
    first: list[int] = []
    rest: list[int] = []
    for at, kind in enumerate(kinds):
        seen[kind] += 1
        (first if seen[kind] <= LEAST_OF_A_KIND else rest).append(at)
    return sorted([*first, *rest][:limit])


def _items(
    connection: Connection, rows: Sequence[int], query: Query, named: int | None, titles: Mapping[str, str]
) -> list[FoundItem]:
    """In the order of the rows. They are read only once they are chosen: most candidates are never shown."""
    whole = connection.exec_driver_sql(f"{_WHOLE} WHERE id IN ({','.join(map(str, rows))})").all()
    by_row = {row.id: row for row in whole}
    return [_item(by_row[row], query, titles, whole=row == named) for row in rows]


def _item(row: Any, query: Query, titles: Mapping[str, str], *, whole: bool) -> FoundItem:
    words = roles_by_title(row.words, titles) if row.kind == "session" else row.words
    shown = snippet(words, query, whole=whole)
    return FoundItem(
        kind=row.kind,
        id=row.entity.partition(" ")[2] if row.kind == "answer" else row.entity,
        ref=row.ref,
        session_id=row.session_id,
        snippet=shown.text,
        marked=shown.marked,
        when=None if row.at is None else t.utc(row.at),
        retracted=bool(row.retracted),
    )


def found_pages(connection: Connection, documents: Documents, query: Query, limit: int) -> list[FoundItem]:
    """The best pages of the documents that are attached, each in every entry that has it; marks ask for the attachments that
    carry them.
    """
    match = "" if query.unclear else matching.in_documents(query)
    if not match:
        return []
    marked = _marked(connection, query)
    among = None if marked is None else frozenset(marked.values())
    pages = documents.find(match, CANDIDATE_PAGES, limit, among)
    attached = _attached(connection, {page.sha256 for page in pages}, marked)
    found = ((page, one) for page in pages for one in attached.get(page.sha256, ()))
    return [_page_item(page, one, query) for page, one in islice(found, limit)]


def _marked(connection: Connection, query: Query) -> dict[str, str] | None:
    """The attachments that carry the marks, each with its SHA-256; None where no marks are asked for."""
    match = matching.attachments_marked(query)
    if not match:
        return None
    return {row.id: row.sha256 for row in connection.exec_driver_sql(_MARKED, (match,))}


def _attached(
    connection: Connection, documents: Collection[str], among: Collection[str] | None
) -> dict[str, list[Any]]:
    """By SHA-256 the attachments that stand, one of an entry, the newest first; or one that was retracted where none does.

    Only `among` these attachments where they are given.
    """
    owner = t.attachment.c
    retracted_at = func.coalesce(owner.retracted_at, t.evidence_entry.c.retracted_at)
    query = (
        select(
            owner.id,
            owner.sha256,
            owner.name,
            owner.added_at,
            retracted_at.label("retracted_at"),
            t.evidence_entry.c.number,
            _files_beside().label("files"),
        )
        .join(t.evidence_entry, t.evidence_entry.c.id == owner.entry_id)
        .where(owner.sha256.in_(documents))
        .order_by(retracted_at.is_not(None), owner.added_at.desc(), t.evidence_entry.c.number.desc())
    )
    by_document: dict[str, dict[int, Any]] = {}
    for row in connection.execute(query):
        if among is None or row.id in among:
            by_document.setdefault(row.sha256, {}).setdefault(row.number, row)
    found = {sha256: list(rows.values()) for sha256, rows in by_document.items()}
    return {sha256: [row for row in rows if row.retracted_at is None] or rows[:1] for sha256, rows in found.items()}


def _files_beside() -> Any:
    """How many attachments stand in the entry of an attachment."""
    other = t.attachment.alias().c
    beside = select(func.count()).where(other.entry_id == t.attachment.c.entry_id, other.retracted_at.is_(None))
    return beside.scalar_subquery()


def _page_item(page: FoundPage, attachment: Any, query: Query) -> FoundItem:
    shown = snippet(page.words, query)
    cited = of_files(Citation(f"E-{attachment.number:03d}", file=attachment.name), attachment.files)
    return FoundItem(
        kind="page",
        id=attachment.id,
        ref=f"{cited.place} {'p.' if page.numbered else 'part'} {page.page}",
        session_id=None,
        snippet=shown.text,
        marked=shown.marked,
        when=attachment.added_at,
        retracted=attachment.retracted_at is not None,
        page=page.page,
    )
