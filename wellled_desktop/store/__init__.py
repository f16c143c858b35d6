"""SQLAlchemy over SQLCipher: tables, journal, migrations, the one writer, the readers. SQL lives only here."""
