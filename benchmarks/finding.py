"""Finding, as one types 40 queries, in the extreme inspection and in documents of 29 million words, beside raw FTS5 on both; and
by the keys of Find anything, until what is found is painted.

The documents are generated, always the same: 330 of them, with pages of 400 words drawn from the framework's own words and
60,000 made up ones, the n-th of them 1 / (n + 2.7) as often as the first, which is roughly how often words come in English.
They are kept in `build/`. Of raw FTS5 the same matches are asked, with the same beginnings, names and marks: once the best 50
by bm25 with a snippet each, which is what it offers by itself, and once the newest 50, which is the least that can be asked.
"""

import hashlib
import itertools
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import extreme, find_window
from benchmarks.ratios import Spread, at, show_spreads
from wellled_desktop.framework.finding import words
from wellled_desktop.framework.pack import Pack, node_texts
from wellled_desktop.inspection.commands import AttachFile, RecordEvidence
from wellled_desktop.inspection.find.known import KnownThings
from wellled_desktop.inspection.find.query import Query
from wellled_desktop.inspection.find.typed import Reader
from wellled_desktop.store import reading
from wellled_desktop.store.connection import StoreKey, open_connection
from wellled_desktop.store.documents import Documents
from wellled_desktop.store.search import matching
from wellled_desktop.store.search.reading import find
from wellled_desktop.vault.library import OpenInspection

DOCUMENTS, WORDS_A_PAGE = 330, 400
WORDS = int(os.environ.get("WELLLED_BENCH_WORDS", "29000000"))
"""Fewer, for a quick look at it."""
KEY = StoreKey(bytes(range(32)), bytes(range(16)))
KEPT = Path("build") / "documents"
_EDITION = "1"
_MADE_UP = 60_000
QUERIES = (
    # common
    "the", "and", "staff", "board", "trust", "patients", "was said",
    # middle
    "nights", "safety", "governance", "minutes", "complaints", "strategy", "culture",
    # rare
    "quorum", "chaplaincy", "apprenticeship", "hyperlink", "zebra",
    # two words and more
    "night cover", "board minutes", "staff survey results", "risk register", '"at the table"', '"head of nursing"',
    # the beginning of a word
    "lead", "gov", "st", "pharm", "medic",
    # another name
    "ICB", "clinical commissioning group", "FTSU", "serious incident",
    # marks
    "from:ceo board", "in:W3 staff", "type:said nights", "day:2 is:concern", "nights -ward", "is:claim in:W1",
)  # fmt: skip
_NEWEST = (
    "SELECT rowid, snippet({table}, 0, '[', ']', '…', 24) FROM {table} WHERE {table} MATCH ? ORDER BY {order} LIMIT 50"
)


def documents_of(words_in_all: int, pack: Pack, kept: Path = KEPT) -> Path:
    """The file of the words, made if it is not there: some two minutes for 29 million."""
    edition, file = kept / "edition", kept / f"{words_in_all}.db"
    if not edition.is_file() or edition.read_text(encoding="ascii") != _EDITION or not file.is_file():
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True)
        _make(file, words_in_all, pack)
        edition.write_text(_EDITION, encoding="ascii")
    return file


def _make(file: Path, words_in_all: int, pack: Pack) -> None:
    sys.stderr.write(f"Making documents of {words_in_all:,} words, once; 29 million take two minutes or more.\n")
    chance = random.Random(1)  # noqa: S311  # the same words each time
    known = list(dict.fromkeys(word for text in node_texts(pack).values() for word in words(text)))
    vocabulary = [*known, *(_made_up(chance) for _ in range(_MADE_UP))]
    often = list(itertools.accumulate(1 / (place + 2.7) for place in range(len(vocabulary))))
    pages = max(1, words_in_all // WORDS_A_PAGE // DOCUMENTS)
    with closing(Documents(file, KEY)) as documents:
        for number in range(DOCUMENTS):
            text = (" ".join(chance.choices(vocabulary, cum_weights=often, k=WORDS_A_PAGE)) for _ in range(pages))
            documents.index_document(_sha256(number), text)


def _made_up(chance: random.Random) -> str:
    syllables = range(chance.randint(2, 5))
    return "".join(chance.choice("bcdfghklmnprstv") + chance.choice("aeiou") for _ in syllables)


def _sha256(number: int) -> str:
    return hashlib.sha256(str(number).encode()).hexdigest()


def measure(words_in_all: int = WORDS) -> list[Spread]:
    pack = extreme.pack_of_the_app()
    file = documents_of(words_in_all, pack)
    with tempfile.TemporaryDirectory() as folder:
        vault, opened = extreme.open_copied(extreme.copied(Path(folder) / "library"))
        with closing(vault), closing(opened):
            _attach(opened)
            in_store = _measure(opened, file, pack)
            opened.documents = partial(Documents, file, KEY)  # type: ignore[method-assign]  # the words of these attachments
            return [*in_store, *find_window.measure(opened, pack, QUERIES)]


def _attach(opened: OpenInspection) -> None:
    """Every document to an entry of its own, under one KLOE after another."""
    for number in range(DOCUMENTS):
        entry, node = f"bench-entry-{number}", f"W{number % 8 + 1}.1"
        opened.store.execute(
            RecordEvidence(entry, f"Document {number}", "document", nodes=(node,)),
            AttachFile(f"bench-file-{number}", entry, _sha256(number), 1, f"document {number}.pdf"),
        )


def _measure(opened: OpenInspection, file: Path, pack: Pack) -> list[Spread]:
    detail = opened.store.read(reading.inspection_detail)
    assert detail is not None  # the extreme inspection has one
    typist, known = Reader(pack, detail.start_date), KnownThings(pack)
    raw_store = open_connection(opened._folder.store, opened._folder.store_key())
    raw_pages = open_connection(file, KEY)
    ours: list[float] = []
    ranked: list[float] = []
    newest: list[float] = []
    with closing(opened.reader()) as reader, closing(Documents(file, KEY)) as documents:
        known.nodes(typist.read("board"))  # the window makes it ready beforehand

        def find_all(typed: str) -> None:
            query = typist.read(typed)
            known.nodes(query)
            known.roles(query)
            reader.read(partial(find, query=query, names=True, documents=documents))

        for typed in ("board", "night cover"):
            find_all(typed)
        for typed in _as_typed():
            query = typist.read(typed)
            ours.append(_timed(partial(find_all, typed)))
            ranked.append(_timed(partial(_raw, raw_store, raw_pages, query, "rank")))
            newest.append(_timed(partial(_raw, raw_store, raw_pages, query, "rowid DESC")))
    raw_store.close()
    raw_pages.close()
    return [
        Spread("find as one types, against raw FTS5, best 50", ours, ranked, goal_ms=150, goal_ratio=2.0),
        Spread("find as one types, against raw FTS5, newest 50", ours, newest),
    ]


def _as_typed() -> Iterator[str]:
    """Each query after each key."""
    for query in QUERIES:
        for letters in range(1, len(query) + 1):
            yield query[:letters]


def _raw(store: Any, pages: Any, query: Query, order: str) -> None:
    if query.is_empty:
        return
    store.execute(_NEWEST.format(table="find_index", order=order), (matching.in_record(query),)).fetchall()
    if on_pages := matching.in_documents(query):
        pages.execute(_NEWEST.format(table="page", order=order), (on_pages,)).fetchall()


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def show(words_in_all: int = WORDS) -> None:
    spreads = measure(words_in_all)
    half = at(spreads[0].ours, 50)
    show_spreads(
        f"Finding in 44,500 lines and documents of {words_in_all:,} words, after each key of 40 queries",
        spreads,
        f"The goal of p50 ≤ 50 ms is {'reached' if half <= 50 else 'NOT reached'}: {half:.1f} ms.",
        "Ours reads what was typed, looks among the framework and the roles, ranks the newest 300 of the record and 200 pages, "
        "and makes the snippets of 50.",
    )


if __name__ == "__main__":
    show()
