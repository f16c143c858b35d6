"""A query in the words of FTS5. Whatever was typed stands between quotation marks there, as words and nothing else.

https://www.sqlite.org/fts5.html#full_text_query_syntax
"""

from collections.abc import Collection, Iterable, Iterator

from wellled_desktop.inspection.find.marks import EVERYTHING, kind_mark
from wellled_desktop.inspection.find.query import Mark, Phrase, Query, Term


def in_record(query: Query, kinds: Collection[str] = ()) -> str:
    """What to match in the record, among these kinds of thing; of all where none is given."""
    wanted = [_marks(map(kind_mark, kinds), ())] if kinds else []
    wanted += [f"words : {_term(term)}" for term in query.terms]
    wanted += [_mark(mark) for mark in query.marks]
    if not wanted:
        wanted = [_marks((EVERYTHING,), ())]  # FTS5 knows no NOT without something to take from
    unwanted = [*(f"words : {_phrase(one)}" for one in query.without), *map(_mark, query.without_marks)]
    return _matched(wanted, unwanted)


def in_documents(query: Query) -> str:
    """What to match on a page; "" where no words are asked for, for what is marked is the document and not the page."""
    if not query.terms:
        return ""
    return _matched([_term(term) for term in query.terms], [_phrase(one) for one in query.without])


def attachments_marked(query: Query) -> str:
    """What to match in the record for the attachments on whose pages to look; "" for all."""
    if not (query.marks or query.without_marks):
        return ""
    wanted = [_marks((kind_mark("attachment"),), ()), *map(_mark, query.marks)]
    return _matched(wanted, [*map(_mark, query.without_marks)])


def _matched(wanted: list[str], unwanted: list[str]) -> str:
    together = " AND ".join(wanted)
    return f"({together}) NOT ({' OR '.join(unwanted)})" if unwanted else together


def _term(term: Term) -> str:
    own = " AND ".join(map(_phrase, term.own))
    return f"({' OR '.join((f'({own})', *map(_phrase, term.others)))})"


def _phrase(phrase: Phrase) -> str:
    return f"{_quoted(' '.join(phrase.words))}{' *' if phrase.begun else ''}"


def _mark(mark: Mark) -> str:
    return _marks(mark.exact, mark.beginnings)


def _marks(exact: Iterable[str], beginnings: Iterable[str]) -> str:
    return f"marks : ({' OR '.join(_any_of(exact, beginnings))})"


def _any_of(exact: Iterable[str], beginnings: Iterable[str]) -> Iterator[str]:
    yield from map(_quoted, exact)
    yield from (f"{_quoted(beginning)} *" for beginning in beginnings)


def _quoted(words: str) -> str:
    return '"{}"'.format(words.replace('"', '""'))
