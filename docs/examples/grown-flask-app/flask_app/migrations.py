"""Changes to the tables: numbered files, and a table that says which have run."""

from pathlib import Path

import click
from sqlalchemy import text

from .models import db

# --8<-- [start:migrate]
FILES = Path(__file__).parent / "changes"


@click.command()
def migrate():
    """Run the files that have not run yet."""
    with db.engine.begin() as connection:
        connection.execute(text("CREATE TABLE IF NOT EXISTS schema_version (name TEXT)"))
        done = set(connection.scalars(text("SELECT name FROM schema_version")))
        for file in sorted(FILES.glob("*.sql")):
            if file.name not in done:
                for statement in file.read_text().split(";\n"):
                    connection.execute(text(statement))
                row = {"name": file.name}
                connection.execute(text("INSERT INTO schema_version VALUES (:name)"), row)


# --8<-- [end:migrate]
