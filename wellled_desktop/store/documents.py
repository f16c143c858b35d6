"""The words of documents, page by page, for search, and which could not be read: an encrypted file of its own beside the store.

It is made from the attachments and can be made from them again, so it is no part of the journal, nor of what `verify` checks.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from wellled_desktop.store.connection import StoreKey, open_connection
from wellled_desktop.store.errors import in_plain_words

_FORM = 2
_SCHEMA = (
    "DROP TABLE IF EXISTS page",
    "DROP TABLE IF EXISTS document",
    "CREATE TABLE document (number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, pages INTEGER NOT NULL,"
    " numbered INTEGER NOT NULL, unread TEXT NOT NULL, by TEXT NOT NULL)",
    "CREATE VIRTUAL TABLE page USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
    # Otherwise the words of what is forgotten stay in the index until it is merged.
    "INSERT INTO page (page, rank) VALUES ('secure-delete', 1)",
    f"PRAGMA user_version = {_FORM}",
)
# A page's row is its document's number and its own, so that those of a document lie together and no join is needed.
_PAGE_BITS = 20


class FoundPage(NamedTuple):
    """A page by the SHA-256 of its document and its number, counted from 1; `row` rises as documents are indexed.

    Where it is not `numbered` it is a part of a document that has no pages of its own, and nobody knows it by its number.
    """

    row: int
    sha256: str
    page: int
    score: float
    words: str
    numbered: bool


class IndexedText(NamedTuple):
    """The words of each page, or part, in order, and a sentence that says why not all is there, or ""."""

    pages: tuple[str, ...]
    unread: str


class Documents:
    """One connection, for one thread at a time; several may be open at once."""

    def __init__(self, path: Path, key: StoreKey) -> None:
        """Makes the file where there is none. Raises StoreError; Damaged where it has to be made anew."""
        self._connection = open_connection(path, key)
        try:
            with in_plain_words():
                if self._form() != _FORM:
                    self._make()
        except BaseException:
            self._connection.close()
            raise

    def index_document(
        self, sha256: str, pages: Iterable[str], *, numbered: bool = True, unread: str = "", by: str = ""
    ) -> None:
        """Takes in the text of each page, the first one first, in place of what was known of it. All of it, or nothing.

        `numbered` says that these are pages that people know by their numbers; `unread` is a sentence that says why there are
        no pages, or not all; `by` names the reader. Raises StoreError.
        """
        with self._transaction():
            self._forget(sha256)
            number = self._number()
            count = 0
            for count, text in enumerate(pages, start=1):
                self._run("INSERT INTO page (rowid, words) VALUES (?, ?)", (number << _PAGE_BITS | count, text))
            self._run("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)", (number, sha256, count, numbered, unread, by))

    def forget(self, sha256: str) -> None:
        """Nothing of the document is found any more. Raises StoreError."""
        with self._transaction():
            self._forget(sha256)

    def indexed(self) -> frozenset[str]:
        """The documents whose text was taken in, those without any words included."""
        with in_plain_words():
            return frozenset(sha256 for (sha256,) in self._run("SELECT sha256 FROM document"))

    def unread(self, among: Collection[str] | None = None) -> dict[str, str]:
        """Why of a document nothing, or not all, was taken in: a sentence by SHA-256; only `among` these where they are given.

        A document that is not here was taken in whole, or not yet. Raises StoreError.
        """
        with in_plain_words():
            known = self._run("SELECT sha256, unread FROM document WHERE unread != '' ORDER BY number").fetchall()
        return {sha256: why for sha256, why in known if among is None or sha256 in among}

    def page_counts(self, among: Collection[str]) -> dict[str, int]:
        """How many pages each of these documents has, by SHA-256; only those that have pages of their own. Raises StoreError."""
        with in_plain_words():
            known = self._run("SELECT sha256, pages FROM document WHERE numbered AND pages > 0").fetchall()
        return {sha256: pages for sha256, pages in known if sha256 in among}

    def text_of(self, sha256: str) -> IndexedText | None:
        """None of a document that was not taken in yet. Raises StoreError."""
        with in_plain_words():
            known = self._run("SELECT number, unread FROM document WHERE sha256 = ?", (sha256,)).fetchone()
            if known is None:
                return None
            first = known[0] << _PAGE_BITS
            pages = self._run(
                "SELECT words FROM page WHERE rowid BETWEEN ? AND ? ORDER BY rowid",
                (first, first | (1 << _PAGE_BITS) - 1),
            )
            return IndexedText(tuple(words for (words,) in pages), known[1])

    def forget_unread(self, *, by: str) -> None:
        """Those of which something was left out by another reader than this one are no longer indexed. Raises StoreError."""
        with self._transaction():
            query = "SELECT sha256 FROM document WHERE unread != '' AND by != ?"
            for (sha256,) in self._run(query, (by,)).fetchall():
                self._forget(sha256)

    def has(self, match: str) -> bool:
        """Whether any page matches what is in FTS5's own syntax. Raises StoreError."""
        with in_plain_words():
            return self._run("SELECT 1 FROM page WHERE page MATCH ? LIMIT 1", (match,)).fetchone() is not None

    def find(self, match: str, candidates: int, limit: int, among: Collection[str] | None = None) -> list[FoundPage]:
        """The best of the newest so many candidates, best first; only `among` these documents where they are given.

        `match` is in FTS5's own syntax. Raises StoreError.
        """
        with in_plain_words():
            known = self._run("SELECT number, sha256, numbered FROM document").fetchall()
            numbers = {number: (sha256, bool(own)) for number, sha256, own in known if among is None or sha256 in among}
            of = "" if among is None else f"AND rowid >> {_PAGE_BITS} IN ({','.join(map(str, numbers))})"
            query = f"SELECT rowid, bm25(page) FROM page WHERE page MATCH ? {of} ORDER BY rowid DESC LIMIT ?"  # noqa: S608
            # bm25 of the newest only: of all that hold a common word it takes a tenth of a second.
            best = sorted(self._run(query, (match, candidates)), key=lambda row: (row[1], -row[0]))[:limit]
            return [self._found(row, numbers[row >> _PAGE_BITS], score) for row, score in best]

    def close(self) -> None:
        self._connection.close()

    def _found(self, row: int, document: tuple[str, bool], score: float) -> FoundPage:
        sha256, numbered = document
        return FoundPage(row, sha256, row & (1 << _PAGE_BITS) - 1, score, self._words(row), numbered)

    def _words(self, row: int) -> str:
        (words,) = self._run("SELECT words FROM page WHERE rowid = ?", (row,)).fetchone()
        return str(words)

    def _forget(self, sha256: str) -> None:
        known = self._run("SELECT number FROM document WHERE sha256 = ?", (sha256,)).fetchone()
        if known is not None:
            first = known[0] << _PAGE_BITS
            self._run("DELETE FROM page WHERE rowid BETWEEN ? AND ?", (first, first | (1 << _PAGE_BITS) - 1))
            self._run("DELETE FROM document WHERE number = ?", known)

    def _number(self) -> int:
        (last,) = self._run("SELECT max(number) FROM document").fetchone()
        return (last or 0) + 1

    def _form(self) -> int:
        (form,) = self._run("PRAGMA user_version").fetchone()
        return int(form)

    def _make(self) -> None:
        with self._transaction():
            if self._form() != _FORM:  # another thread may have been quicker
                for statement in _SCHEMA:
                    self._run(statement)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with in_plain_words():
            self._run("BEGIN IMMEDIATE")
            try:
                yield
                self._run("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._run("ROLLBACK")
                raise

    def _run(self, statement: str, values: tuple[Any, ...] = ()) -> Any:
        return self._connection.execute(statement, values)
