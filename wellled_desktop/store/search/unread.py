"""How many of the files that are attached have not been read yet, so that nothing in them can be found."""

from sqlalchemy import Connection, select

from wellled_desktop.store import tables as t
from wellled_desktop.store.documents import Documents

_STANDING = select(t.attachment.c.sha256).where(t.attachment.c.retracted_at.is_(None))


def files_not_read_yet(connection: Connection, documents: Documents) -> int:
    """Each content once, as it is read once; those that could not be read are not among them. Raises StoreError."""
    return len(frozenset(connection.execute(_STANDING).scalars()) - documents.indexed())
