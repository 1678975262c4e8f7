"""What both apps of docs/compare/migrations promise, and where they differ."""

import shutil

import httpx
import pytest
from flask_migrate.cli import db as FLASK_DB
from sqlalchemy import create_engine, inspect, text

from harness import ROOT, Running, find
from services import fresh_database

HOME = ROOT / "docs/compare/migrations"
MANAGE = "python manage.py "
PREPARE = {"flask": ["flask db upgrade"], "django": [MANAGE + "migrate"]}
TABLE = {"flask": "customer", "django": "shop_customer"}
MODELS = {"flask": "flask_app/models.py", "django": "django_app/shop/models.py"}
FIELD = {
    "flask": "    {}: Mapped[str | None] = mapped_column(String(100))\n",
    "django": "    {} = models.CharField(max_length=100, null=True)\n",
}
BACK = {"flask": "flask db downgrade 0001", "django": MANAGE + "migrate shop 0001"}
FIRST = {"flask": "flask db upgrade 0001", "django": MANAGE + "migrate shop 0001"}
LATEST = {"flask": "flask db upgrade", "django": MANAGE + "migrate"}
CHECK = {"flask": "flask db check", "django": MANAGE + "makemigrations --check"}
WRITE = {"flask": "flask db migrate", "django": MANAGE + "makemigrations --noinput shop"}
MERGE = {"flask": "flask db merge heads", "django": MANAGE + "makemigrations --merge --noinput"}


class Project:
    """A shown app, or a copy to be changed as its developers would, on a database of its own."""

    def __init__(self, framework, home, data, url=None):
        self.framework, self.folder = framework, home
        self.app = Running(framework, find(home, framework), data)
        self.url = url or f"sqlite:///{data / 'shop.sqlite3'}"
        self.migrations = next(self.folder.glob(f"{framework}_app/**/0001*.py")).parent

    def run(self, command, check=True):
        """Run one of the commands above, or another; return its exit code and its output."""
        command = command.get(self.framework) if isinstance(command, dict) else command
        done = self.app.run(command, check, DATABASE_URL=self.url)
        return done.returncode, done.stdout + done.stderr

    def edit(self, path, old, new):
        path = self.folder / path
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new))

    def add_field(self, name):
        last = {"flask": "    sort_name: Mapped", "django": "    sort_name ="}[self.framework]
        self.edit(MODELS[self.framework], last, FIELD[self.framework].format(name) + last)

    def sql(self, statement):
        return sql(self.framework, self.url, statement)

    def columns(self):
        """Each column of the table: whether it may be null."""
        engine = create_engine(self.url)
        tables = inspect(engine)
        table = TABLE[self.framework]
        columns = tables.get_columns(table) if tables.has_table(table) else []
        engine.dispose()
        return {column["name"]: column["nullable"] for column in columns}

    def written(self):
        """The text of the migration that was written last."""
        return max(self.migrations.glob("*.py"), key=lambda f: f.stat().st_mtime_ns).read_text()


def sql(framework, url, statement):
    engine = create_engine(url)
    with engine.begin() as connection:
        result = connection.execute(text(statement.format(table=TABLE[framework])))
        rows = [tuple(row) for row in result] if result.returns_rows else None
    engine.dispose()
    return rows


@pytest.fixture
def copied(tmp_path, served):
    """A function that copies a shown app; with `migrated`, its database as well."""

    def copy(framework, migrated=True):
        folder = tmp_path / framework
        shutil.copytree(HOME, folder / "copy")
        if migrated:
            shutil.copy(served(framework).data / "shop.sqlite3", folder)
        return Project(framework, folder / "copy", folder)

    return copy


@pytest.fixture(params=["flask", "django"])
def framework(request):
    return request.param


def test_the_migrated_app_sorts_by_the_new_column(client, app):
    for name in ("Turing, Alan", "Lovelace, Ada"):
        insert = f"INSERT INTO {{table}} (name, sort_name) VALUES ('-', '{name}')"
        sql(app.framework, f"sqlite:///{app.data / 'shop.sqlite3'}", insert)
    assert client.get("/customers/").json()["customers"] == ["Lovelace, Ada", "Turing, Alan"]


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_new_column_is_filled_for_old_rows_and_rolled_back(
    framework, database, tmp_path, postgres_url
):
    url = fresh_database(postgres_url) if database == "postgresql" else None
    project = Project(framework, HOME, tmp_path, url)
    project.run(FIRST)
    project.sql("INSERT INTO {table} (name) VALUES ('Ada Lovelace'), ('Plato')")
    project.run(LATEST)
    found = project.sql("SELECT name, sort_name FROM {table} ORDER BY name")
    assert found == [("Ada Lovelace", "Lovelace, Ada"), ("Plato", "Plato")]
    assert project.columns()["sort_name"] is False
    project.run(BACK)
    assert set(project.columns()) == {"id", "name"}
    assert len(project.sql("SELECT * FROM {table}")) == 2


def test_the_sql_of_a_rollback_can_be_read_before_it_runs(served):
    for framework, command in [
        ("flask", "flask db downgrade 0001:base --sql"),
        ("django", MANAGE + "sqlmigrate shop 0001 --backwards"),
    ]:
        assert "DROP TABLE" in served(framework).run(command).stdout


def test_flask_migrate_writes_a_required_column_that_old_rows_refuse(copied):
    project = copied("flask")
    project.sql("INSERT INTO {table} (name, sort_name) VALUES ('Ada Lovelace', '-')")
    project.edit(MODELS["flask"], "    sort_name:", "    city: Mapped[str]\n    sort_name:")
    project.run(WRITE)
    assert "'city', sa.String(), nullable=False" in project.written()
    failed, output = project.run(LATEST, check=False)
    assert failed and "NOT NULL" in output


def test_django_asks_what_old_rows_get_in_a_required_column(copied):
    project = copied("django")
    for file in ("0002_customer_sort_name.py", "0003_fill_sort_name.py"):
        (project.migrations / file).unlink()
    refused, output = project.run(WRITE, check=False)
    assert refused and "non-nullable" in output
    project.run(["sh", "-c", f"printf '1\\n\"?\"\\n' | {MANAGE} makemigrations"])
    assert "default='?'" in project.written()


def test_only_django_asks_whether_a_field_was_renamed(copied):
    project = copied("flask")
    project.edit(MODELS["flask"], "    name:", "    full_name:")
    project.run(WRITE)
    written = project.written()
    assert "add_column" in written and "drop_column('name')" in written
    project = copied("django")
    project.edit(MODELS["django"], "    name =", "    full_name =")
    project.run(["sh", "-c", f"echo y | {MANAGE} makemigrations"])
    written = project.written()
    assert "RenameField" in written and "RemoveField" not in written


def test_a_model_changed_without_a_migration_breaks_the_page_and_is_found(framework, copied):
    project = copied(framework)
    project.add_field("city")
    if framework == "django":
        assert "not yet reflected in a migration" in project.run(LATEST)[1]
    failed, output = project.run(CHECK, check=False)
    assert failed and "city" in output
    project.app.start()
    status = httpx.get(project.app.url + "/customers/").status_code
    project.app.stop()
    assert status == 500 and "no such column" in project.app.output()


def test_alembic_compares_with_the_database_and_django_with_its_migrations(framework, copied):
    project = copied(framework)
    project.sql("CREATE TABLE payroll (id INTEGER PRIMARY KEY)")
    project.sql("ALTER TABLE {table} ADD COLUMN note VARCHAR(9)")
    project.run(WRITE)
    for drop in ("drop_table('payroll')", "drop_column('note')"):
        assert (drop in project.written()) == (framework == "flask")


def test_two_branches_are_refused_until_they_are_merged(framework, copied):
    project = copied(framework)
    if framework == "flask":
        first = (project.migrations / "0001_customers.py").read_text()
        for name in "ab":
            text = first.replace("'0001'", f"'{name}'").replace("= None", "= '0002'", 1)
            (project.migrations / f"{name}.py").write_text(text.replace("'customer'", f"'{name}'"))
    else:
        fill = (project.migrations / "0003_fill_sort_name.py").read_text()
        (project.migrations / "0003_b.py").write_text(fill)
    refused, output = project.run(LATEST, check=False)
    assert refused and ("Multiple head" in output or "multiple leaf nodes" in output)
    project.run(MERGE)
    project.run(LATEST)


def test_only_django_squashes_old_migrations_into_one(copied):
    assert "upgrade" in FLASK_DB.commands and "squash" not in " ".join(FLASK_DB.commands)
    project = copied("django")
    project.run(MANAGE + "squashmigrations shop 0003 --noinput")
    written = project.written()
    assert "replaces" in written and "RunPython" not in written  # that one is elidable
    assert "No migrations to apply" in project.run(LATEST)[1]
    project.url, project.app.data = "", project.folder  # a new, empty database
    assert "0001_squashed_0003" in project.run(LATEST)[1]


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_on_sqlite_only_django_undoes_a_migration_that_fails_half_way(
    framework, database, copied, postgres_url
):
    project = copied(framework, migrated=False)
    if database == "postgresql":
        project.url = fresh_database(postgres_url)
    if framework == "flask":
        file = project.migrations / "0002_sort_name.py"
        project.edit(file, "op.get_bind()", "1 / 0")
    else:
        end = "preserve_default=False,\n        ),\n"
        fail = end + "migrations.RunPython(lambda *_: 1 / 0),\n"
        project.edit(project.migrations / "0002_customer_sort_name.py", end, fail)
    failed, output = project.run(LATEST, check=False)
    assert failed and "ZeroDivisionError" in output
    assert ("sort_name" in project.columns()) == (framework == "flask" and database == "sqlite")
