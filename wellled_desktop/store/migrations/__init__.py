"""Bringing a store's tables to the present version, in process. Alembic is imported only when there is something to do."""

import threading
from pathlib import Path

from sqlalchemy import Connection

from wellled_desktop.store.errors import TooNew

VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
HEAD = VERSIONS[-1]

# Alembic keeps its present context in a module: two stores migrated at once on two threads would mix theirs up.
_one_at_a_time = threading.Lock()


def version_of(connection: Connection) -> str | None:
    """The migration a store is at; None for an empty file."""
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'alembic_version'").all()
    if not tables:
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def upgrade(connection: Connection, to: str = HEAD) -> None:
    """Migrates to `to`; does nothing, quickly, when the store is already there. Raises TooNew for a version not known here."""
    version = version_of(connection)
    if version == to:
        return
    if version is not None and version not in VERSIONS:
        raise TooNew
    _run(connection, to, up=True, fill=version is not None and to == HEAD)


def downgrade(connection: Connection, to: str) -> None:
    _run(connection, to, up=False)


def _run(connection: Connection, to: str, *, up: bool, fill: bool = False) -> None:
    """`fill`: makes the index of what is searched, which is made from the tables of the present version and of no other."""
    from alembic import command
    from alembic.config import Config

    from wellled_desktop.store.search import index as search_index

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    with _one_at_a_time:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            (command.upgrade if up else command.downgrade)(config, to)
            if fill:
                search_index.fill(connection)
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
