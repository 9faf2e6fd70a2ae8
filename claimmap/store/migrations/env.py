"""What Alembic runs to migrate: on the connection, and inside the transaction, that we hand in."""

from alembic import context

from claimmap.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,
)
context.run_migrations()
