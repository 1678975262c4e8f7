"""What `growing` and `when-not` say of Flask and Django: one seed library in three sizes."""

import ast
import importlib.util
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import httpx
import pytest
from sqlalchemy.exc import InvalidRequestError

from harness import ROOT, Running, Shown

FRAMEWORKS = ROOT / "docs/frameworks"
STAGES = ("one", "ten", "hundred")
INIT = {"flask": "flask init-db", "django": "python manage.py migrate -v 0"}
MODULE = {"flask": {"one": "app"}, "django": dict.fromkeys(STAGES, "config.wsgi")}
ENV = {
    "flask": {"FLASK_APP": "wsgi"},
    "django": {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": "for this test only",
        "HOSTS": "127.0.0.1",
    },
}


def stage(framework, name, data):
    """One stage of the seed library, not yet served; its database lies in `data`."""
    module = MODULE[framework].get(name, "wsgi")
    small = {"FLASK_APP": module, "DJANGO_SETTINGS_MODULE": "config.settings"}
    more = ENV[framework] if name == "hundred" else small
    return Running(framework, Shown(FRAMEWORKS / framework / "growing" / name, module), data, more)


def python(folder, code, command=None):
    """Run code in a folder, in a Python of its own; return what it printed, errors and all."""
    words = [sys.executable, "-B", *(command or ["-c", dedent(code)])]
    done = subprocess.run(words, cwd=folder, text=True, capture_output=True, timeout=60)
    return done.stdout + done.stderr


def write(folder, files):
    for name, code in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(dedent(code))


@dataclass
class Grown:
    """The answers of each stage, in turn, on one database; and the app of the last."""

    framework: str
    data: Path
    answers: dict


def ask(url, gardener):
    """Use a stage as a gardener would; every stage must answer the same."""
    with httpx.Client(base_url=url, timeout=20) as client:
        take = [client.post(f"/packets/{gardener}/", data={"seed": "bean"}) for _ in range(3)]
        return {
            "first seeds": client.get("/seeds/").json()["seeds"][:2],
            "first packets": client.get("/packets/Ada/").json(),
            "a new seed": client.post("/seeds/", data={"name": f"seed {gardener}"}).status_code,
            "three packets": [answer.status_code for answer in take],
            "unknown seed": client.post("/packets/Eve/", data={"seed": "kale"}).status_code,
        }


@pytest.fixture(scope="module", params=["flask", "django"])
def grown(request, tmp_path_factory):
    """Grow the library: one database, served by each stage after the other."""
    framework, answers = request.param, {}
    data = tmp_path_factory.mktemp(framework)
    for name in STAGES:
        app = stage(framework, name, data)
        app.run(INIT[framework])
        app.start()
        if name == STAGES[0]:
            for seed in ("bean", "aster"):
                assert httpx.post(f"{app.url}/seeds/", data={"name": seed}).status_code == 201
            assert httpx.post(f"{app.url}/packets/Ada/", data={"seed": "bean"}).status_code == 201
        answers[name] = ask(app.url, name)
        app.stop()
        (data / "port").unlink()
    return Grown(framework, data, answers)


def test_each_stage_gives_the_same_answers_on_the_database_of_the_one_before(grown):
    expected = {
        "first seeds": ["aster", "bean"],
        "first packets": {"packets": ["bean"]},
        "a new seed": 201,
        "three packets": [201, 201, 409],
        "unknown seed": 409,
    }
    assert grown.answers == dict.fromkeys(STAGES, expected)


GIVE = {"flask": "flask packets give bean Ada", "django": "python manage.py give bean Ada"}
IN_TEN = {
    "flask": """
        from wsgi import app
        from seedlib.packets.models import Packet
        from seedlib.extensions import db
        with app.app_context():
            db.session.add_all([Packet(seed_id=1, gardener="Cy") for _ in range(3)])
            db.session.commit()
            print(len(db.session.scalars(db.select(Packet).filter_by(gardener="Cy")).all()))
    """,
    "django": """
        import django; django.setup()
        from packets.models import Packet
        for _ in range(3):
            Packet.objects.create(seed_id=1, gardener="Cy")
        print(Packet.objects.filter(gardener="Cy").count())
    """,
}


def test_a_rule_in_a_view_is_unknown_to_other_code_and_one_in_a_service_is_kept(grown):
    ten = stage(grown.framework, "ten", grown.data)
    assert ten.run(["python", "-c", dedent(IN_TEN[grown.framework])]).stdout == "3\n"
    hundred = stage(grown.framework, "hundred", grown.data)
    give = [hundred.run(GIVE[grown.framework], check=False) for _ in range(2)]
    assert [run.returncode for run in give] == [0, 1]  # Ada had one of her two packets
    assert "no more packets this year" in give[1].stderr


RULE = {
    "flask": ("test_parts.py", "test_a_part_imports_only_the_services_of_another"),
    "django": ("test_apps.py", "test_an_app_imports_only_the_services_of_another"),
}
PAST = {
    "flask": [
        ("seedlib/parts/packets/views.py", "from seedlib.parts.seeds.models import Seed"),
        ("seedlib/parts/packets/views.py", "from ..seeds.models import Seed"),
    ],
    "django": [
        ("packets/views.py", "from seeds.models import Seed"),
        ("packets/views.py", "import seeds.models"),
    ],
}


def shown_rule(folder, framework):
    """The rule between parts, as the page shows it, for the code in a folder."""
    file, test = RULE[framework]
    spec = importlib.util.spec_from_file_location(f"{framework}_rule", folder / file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, test)


@pytest.mark.parametrize("framework", ["flask", "django"])
def test_the_shown_rule_refuses_an_import_past_the_services(framework, tmp_path):
    home = FRAMEWORKS / framework / "growing/hundred"
    shown_rule(home, framework)()
    copy = shutil.copytree(home, tmp_path / "copy")
    for path, line in PAST[framework]:
        write(copy, {path: f"{line}\n{(home / path).read_text()}"})
        with pytest.raises(AssertionError, match=r"packets/views.py imports .*seeds\.models"):
            shown_rule(copy, framework)()


def tree(folder, depth=0):
    """The Python files of a folder as indented text, folders first named, then filled."""
    for path in sorted(folder.iterdir(), key=lambda path: (path.is_dir(), path.name)):
        if path.suffix == ".py":
            yield f"{'    ' * depth}{path.name}"
        elif path.is_dir() and path.name != "__pycache__":
            yield f"{'    ' * depth}{path.name}/"
            yield from tree(path, depth + 1)


@pytest.mark.parametrize("name", STAGES)
@pytest.mark.parametrize("framework", ["flask", "django"])
def test_the_shown_tree_is_the_folder(framework, name):
    home = FRAMEWORKS / framework / "growing"
    assert (home / f"{name}.txt").read_text() == "\n".join(tree(home / name)) + "\n"


# Flask, where it hurts.


def test_flask_has_no_settings_while_modules_are_imported(tmp_path):
    write(
        tmp_path, {"early.py": "from flask import current_app\nEACH = current_app.config['EACH']"}
    )
    write(tmp_path, {"late.py": "from flask import current_app\ndef each(): return current_app"})
    assert "Working outside of application context" in python(tmp_path, "import early")
    assert python(tmp_path, "import late") == ""


def test_flask_refuses_a_route_that_comes_too_late(tmp_path):
    code = """
        from flask import Blueprint, Flask
        app, part = Flask("app"), Blueprint("part", "part")
        app.register_blueprint(part)
        try:
            part.get("/")(print)
        except AssertionError as error:
            print(error)
        app.test_client().get("/")
        app.get("/")(print)
    """
    out = python(tmp_path, code)
    assert "can no longer be called on the blueprint 'part'" in out
    assert "can no longer be called on the application" in out


DB = """
    from flask_sqlalchemy import SQLAlchemy
    from sqlalchemy.orm import DeclarativeBase
    class Base(DeclarativeBase): pass
    db = SQLAlchemy(model_class=Base)
"""
SEED = """
    from db import db
    class Seed(db.Model):
        id = db.Column(db.Integer, primary_key=True)
"""
PACKET = """
    from db import db
    class Packet(db.Model):
        id = db.Column(db.Integer, primary_key=True)
        seed_id = db.Column(db.ForeignKey("seed.id"))
        seed = db.relationship("Seed")
"""


@pytest.fixture
def imports(monkeypatch):
    """Import code as a module of a name, in this process; the module goes after the test."""

    def load(name, code):
        module = ModuleType(name)
        monkeypatch.setitem(sys.modules, name, module)
        exec(dedent(code), module.__dict__)
        return module

    return load


def test_sqlalchemy_misses_a_related_model_only_when_the_first_one_is_used(imports):
    imports("db", DB)
    packets = imports("packets", PACKET)
    with pytest.raises(InvalidRequestError, match=r"failed to locate a name \('Seed'\)"):
        packets.Packet()
    imports("db", DB)
    packets = imports("packets", PACKET)
    imports("seeds", SEED)
    assert packets.Packet()


def test_flask_sqlalchemy_names_a_table_by_the_class_wherever_that_lives(imports):
    for name in ("seeds", "catalogue"):
        tables = imports("db", DB).db.metadata.tables
        imports(name, SEED)
        assert list(tables) == ["seed"]
    with pytest.raises(InvalidRequestError, match="Table 'seed' is already defined"):
        imports("seeds", SEED)


# Django, where it hurts.


PEOPLE = """
    from config.settings import *
    INSTALLED_APPS += ["django.contrib.auth", "django.contrib.contenttypes"]
"""


def with_people(name, data):
    """A stage of the Django library that has accounts too."""
    write(data, {"people.py": PEOPLE})
    app = stage("django", name, data)
    app.more.update(DJANGO_SETTINGS_MODULE="people", PYTHONPATH=str(data))
    return app


@pytest.fixture(scope="module")
def old_library(tmp_path_factory):
    """The folder of a database as stage one leaves it: a packet, and a group that may change it."""
    data = tmp_path_factory.mktemp("old")
    code = """
        from django.contrib.auth.models import Group, Permission
        from seeds.models import Packet, Seed
        call_command("migrate", verbosity=0)
        Packet.objects.create(seed=Seed.objects.create(name="bean"), gardener="Ada")
        may = Permission.objects.get(codename="change_packet")
        Group.objects.create(name="keepers").permissions.add(may)
    """
    commands(with_people("one", data), code)
    return data


def commands(app, code):
    """Run code and Django's commands in one Python; return what they printed."""
    start = "import django; django.setup()\nfrom django.core.management import call_command\n"
    return app.run(["python", "-c", start + dedent(code)]).stdout


MIGRATE = """
    from packets.models import Packet
    call_command("makemigrations", interactive=False, check_changes={check})
    call_command("migrate", verbosity=0)
    print("left:", Packet.objects.count())
"""


def test_django_drops_the_table_of_a_model_that_moves_to_another_app(old_library, tmp_path):
    folder = shutil.copytree(FRAMEWORKS / "django/growing/one", tmp_path / "library")
    shutil.copy(old_library / "db.sqlite3", tmp_path)
    settings = (folder / "config/settings.py").read_text().replace('"seeds"', '"seeds", "packets"')
    seed, packet = (folder / "seeds/models.py").read_text().split("class Packet")
    packet = "from django.db import models\nclass Packet" + packet.replace("Seed", '"seeds.Seed"')
    write(folder, {"config/settings.py": settings, "config/urls.py": "urlpatterns = []"})
    write(folder, {"seeds/models.py": seed, "packets/models.py": packet})
    write(folder, {"packets/__init__.py": "", "packets/migrations/__init__.py": ""})
    env = {"DJANGO_SETTINGS_MODULE": "config.settings"}
    app = Running("django", Shown(folder, "config.wsgi"), tmp_path, env)
    out = commands(app, MIGRATE.format(check=False))
    assert "Delete model Packet" in out and "Create model Packet" in out and "left: 0" in out


def test_the_shown_move_keeps_the_rows_and_not_the_permissions(old_library, tmp_path):
    shutil.copy(old_library / "db.sqlite3", tmp_path)
    code = """
        from django.contrib.auth.models import Permission
        for may in Permission.objects.filter(codename="change_packet").order_by("id"):
            print(may.content_type.app_label, may.group_set.count())
    """
    app = with_people("ten", tmp_path)
    out = commands(app, dedent(MIGRATE.format(check=True)) + dedent(code))
    assert out == "No changes detected\nleft: 1\nseeds 1\npackets 0\n"


def test_a_setting_of_django_that_a_module_keeps_does_not_follow_a_change(tmp_path):
    write(tmp_path, {"kept.py": "from django.conf import settings\nEACH = settings.EACH"})
    code = """
        from django.conf import settings
        settings.configure(EACH=2)
        from django.test import override_settings
        import kept
        with override_settings(EACH=5):
            print(kept.EACH, settings.EACH)
    """
    assert python(tmp_path, code) == "2 5\n"


def test_of_split_settings_the_last_import_wins_without_a_word(tmp_path):
    write(tmp_path, {"mail.py": "TIMEOUT = 5", "search.py": "TIMEOUT = 60\nTIMOUT = 1\nlower = 1"})
    write(tmp_path, {"settings.py": "from mail import *\nfrom search import *\nUSE_TZ = True"})
    code = """
        import os
        os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
        import django; django.setup()
        from django.conf import settings
        from django.core.management import call_command
        print(settings.TIMEOUT, settings.TIMOUT, hasattr(settings, "lower"))
        call_command("check")
    """
    assert python(tmp_path, code) == "60 1 False\nSystem check identified no issues (0 silenced).\n"


def test_the_local_settings_start_with_nothing_in_the_environment_and_production_does_not():
    home = FRAMEWORKS / "django/growing/hundred"
    assert "no issues" in python(home, "", ["manage.py", "check"])
    out = python(home, "import config.wsgi")
    assert "KeyError: 'SECRET_KEY'" in out


def test_the_settings_of_the_flask_parts_stop_the_start_when_the_folder_is_missing():
    home = FRAMEWORKS / "flask/growing/hundred"
    out = python(home, "from seedlib import settings; settings.read({})")
    assert "KeyError: 'APP_DATA'" in out


# When not.


def test_a_django_model_needs_settings_and_a_sqlalchemy_model_needs_none(tmp_path):
    django = """
        from django.db import models
        class Seed(models.Model):
            class Meta:
                app_label = "seeds"
    """
    assert "settings are not configured" in python(tmp_path, django)
    sqlalchemy = """
        from sqlalchemy import create_engine, select
        from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
        class Base(DeclarativeBase): pass
        class Seed(Base):
            __tablename__ = "seed"
            id: Mapped[int] = mapped_column(primary_key=True)
        engine = create_engine("sqlite://")
        Base.metadata.create_all(engine)
        print(Session(engine).scalars(select(Seed)).all())
    """
    assert python(tmp_path, sqlalchemy) == "[]\n"


def packages(folder):
    """The packages from outside that the code below a folder imports."""
    found = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add(node.module.split(".")[0])
    own = {path.stem for path in folder.rglob("*") if path.is_dir() or path.suffix == ".py"}
    return found - own - set(sys.stdlib_module_names)


def test_the_back_office_imports_from_one_package_in_django_and_from_ten_in_flask():
    assert packages(ROOT / "docs/compare/admin/django_app") == {"django"}
    brought = {"click", "werkzeug"}  # by Flask
    added = {"flask_admin", "flask_babel", "flask_login", "flask_sqlalchemy", "flask_wtf"}
    parts = {"flask", "sqlalchemy", "wtforms"} | brought | added
    assert packages(ROOT / "docs/compare/admin/flask_app") == parts and len(parts) == 10
