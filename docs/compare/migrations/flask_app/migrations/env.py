"""How Alembic reaches this app; `flask db init` writes a longer one."""

from logging.config import fileConfig

from alembic import context
from flask import current_app

config = context.config
fileConfig(config.config_file_name)
migrate = current_app.extensions["migrate"]


def run_migrations_offline():
    """Print the SQL instead of running it: `flask db upgrade --sql`."""
    url = migrate.db.engine.url.render_as_string(hide_password=False)
    context.configure(url=url, target_metadata=migrate.db.metadata, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()


def run_migrations_online():
    """Run the migrations in one transaction, where the database has them for tables."""
    with migrate.db.engine.connect() as connection:
        context.configure(
            connection=connection, target_metadata=migrate.db.metadata, **migrate.configure_args
        )
        with context.begin_transaction():
            context.run_migrations()


run = run_migrations_offline if context.is_offline_mode() else run_migrations_online
run()
