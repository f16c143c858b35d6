"""Run by Alembic: migrates over the connection it is handed, inside that connection's own transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
