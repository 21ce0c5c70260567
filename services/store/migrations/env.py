"""Alembic's entry: runs the steps on the connection that services.store.schema hands over."""

from alembic import context

from services.store.tables import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=metadata, render_as_batch=True, transaction_per_migration=False
)
context.run_migrations()
