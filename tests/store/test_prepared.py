"""Statements made once and run by the driver: the same values go in and come out as through SQLAlchemy."""

import datetime as dt
from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy import Connection, bindparam, func, insert, select
from sqlalchemy.exc import IntegrityError

from tests.store.conftest import KEY
from wellled_desktop.inspection.commands import PlanSession, SaveDraft
from wellled_desktop.store import tables as t
from wellled_desktop.store.prepared import Prepared
from wellled_desktop.store.store import Store, StoreReader

NINE = dt.datetime(2026, 11, 24, 9, 0, 0, 123_000, tzinfo=dt.UTC)
SAVED = {
    "session_id": "s1", "device": "laptop-b", "text": "half a", "saved_at": NINE, "line_type": "said", "speaker": None,
    "claim": 0, "weight": "neutral", "points_other_way": 0,
}  # fmt: skip
SAVE = Prepared(insert(t.draft))
DRAFTS = select(t.draft).where(t.draft.c.device == bindparam("laptop")).order_by(t.draft.c.session_id)


@pytest.fixture
def connection(store: Store) -> Connection:
    store.execute(PlanSession("s1", "interview", ("governors",)), PlanSession("s2", "panel", ("governors",)))
    return store.read(lambda connection: connection)


def test_values_go_in_and_come_out_as_through_sqlalchemy(connection: Connection) -> None:
    SAVE.run(connection, SAVED)
    SAVE.run(connection, SAVED | {"session_id": "s2"})
    asked = {"laptop": "laptop-b"}
    prepared = Prepared(DRAFTS)
    plain = connection.execute(DRAFTS, asked).all()
    assert [tuple(row) for row in prepared.rows(connection, asked)] == [tuple(row) for row in plain]
    first = prepared.first(connection, asked)
    assert (first.session_id, first.text, first.saved_at, first.speaker) == ("s1", "half a", NINE, None)


def test_nothing_found_is_none(connection: Connection) -> None:
    asked = {"laptop": "laptop-z"}
    assert Prepared(DRAFTS).first(connection, asked) is None
    assert Prepared(DRAFTS).scalar(connection, asked) is None
    assert Prepared(DRAFTS).rows(connection, asked) == []
    assert Prepared(select(func.max(t.session.c.number))).scalar(connection) == 2


def test_a_value_left_out_is_an_error_and_never_nothing(connection: Connection) -> None:
    without_speaker = {name: value for name, value in SAVED.items() if name != "speaker"}
    with pytest.raises(sqlcipher3.ProgrammingError, match="did not supply a value"):
        SAVE.run(connection, without_speaker)


def test_a_time_without_a_zone_is_refused(connection: Connection) -> None:
    with pytest.raises(ValueError, match="needs its zone"):
        SAVE.run(connection, SAVED | {"saved_at": NINE.replace(tzinfo=None)})


def test_what_was_typed_is_not_in_the_error_of_a_statement_that_fails(store: Store, connection: Connection) -> None:
    typed = SAVED | {"text": "said in confidence"}
    SAVE.run(connection, typed)
    with pytest.raises(sqlcipher3.IntegrityError) as by_the_driver:
        SAVE.run(connection, typed)
    with pytest.raises(IntegrityError) as by_sqlalchemy:
        connection.execute(insert(t.draft), typed)
    assert "confidence" not in f"{by_the_driver.value} {by_sqlalchemy.value}"
    store.execute(SaveDraft("s1", "work goes on"))


def test_a_question_is_compiled_once_for_every_engine_of_the_process(store: Store, tmp_path: Path) -> None:
    statement = select(t.session.c.id)
    compiled = [store.read(lambda c: c.execute(statement).context.compiled)]
    another = StoreReader(tmp_path / "store.db", KEY)
    compiled.append(another.read(lambda c: c.execute(statement).context.compiled))
    another.close()
    assert compiled[0] is compiled[1]
