"""Runs the migrations on the connection that ``schema.migrate`` hands over, in its transaction."""

from alembic import context

from factcheck.queue.desk_tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
