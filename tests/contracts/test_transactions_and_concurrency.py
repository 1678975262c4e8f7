"""What both apps of docs/compare/transactions-and-concurrency promise, and where they differ."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import QueuePool

from harness import ROOT
from services import fresh_database

HOME = ROOT / "docs/compare/transactions-and-concurrency"
PREPARE = {"flask": ["flask init-db"], "django": ["python manage.py migrate"]}


@pytest.fixture(scope="module", params=["flask", "django"])
def framework(request):
    return request.param


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shop(request, framework, served, postgres_url):
    """A client of each app on each database."""
    real = request.param == "postgresql"
    env = {"DATABASE_URL": fresh_database(postgres_url)} if real else {}
    with httpx.Client(base_url=served(framework, **env).url, timeout=20) as client:
        yield client


def product(shop, stock):
    return shop.post("/products/", json={"stock": stock}).json()["id"]


def stock(shop, key):
    return shop.get(f"/products/{key}/").json()["stock"]


def test_an_order_takes_from_the_stock(shop):
    tea, cup = product(shop, 5), product(shop, 5)
    lines = [{"product": cup, "quantity": 2}, {"product": tea, "quantity": 5}]
    assert shop.post("/orders/", json=lines).status_code == 201
    assert (stock(shop, tea), stock(shop, cup)) == (0, 3)


def test_an_order_that_fails_at_its_last_line_leaves_nothing_behind(shop):
    tea, cup = product(shop, 5), product(shop, 0)
    nowhere = 10**6
    for last, answer in [(cup, 409), (nowhere, 500)]:
        lines = [{"product": tea, "quantity": 2}, {"product": last, "quantity": 1}]
        assert shop.post("/orders/", json=lines).status_code == answer
        assert stock(shop, tea) == 5


def test_orders_at_once_sell_all_there_is_and_no_more(shop):
    tea, cup = product(shop, 20), product(shop, 50)
    one = [{"product": tea, "quantity": 1}, {"product": cup, "quantity": 1}]

    def order(turn):
        lines = one if turn % 2 else one[::-1]
        return httpx.post(f"{shop.base_url}/orders/", json=lines, timeout=20).status_code

    with ThreadPoolExecutor(8) as buyers:
        answers = list(buyers.map(order, range(24)))
    assert sorted(answers) == [201] * 20 + [409] * 4
    assert (stock(shop, tea), stock(shop, cup)) == (0, 30)


def test_a_late_edit_is_refused(shop):
    tea = product(shop, 5)
    url = f"/products/{tea}/"
    seen = shop.get(url).json()["version"]
    assert shop.put(url, json={"stock": 9, "version": seen}).json()["stock"] == 9
    assert shop.put(url, json={"stock": 6, "version": seen}).status_code == 409
    assert stock(shop, tea) == 9
    seen = shop.get(url).json()["version"]
    shop.post("/orders/", json=[{"product": tea, "quantity": 1}])
    assert shop.put(url, json={"stock": 9, "version": seen}).status_code == 409
    assert stock(shop, tea) == 8


def run_django(served, code):
    """Run code in a shell of the Django app; return the lines that it prints."""
    code = "from django.db import connection, transaction\nfrom shop.models import Product\n" + code
    shell = ["python", "manage.py", "shell", "-v", "0", "-c", code]
    return served("django").run(shell).stdout.splitlines()


class Base(DeclarativeBase):
    pass


class Plain(Base):
    __tablename__ = "plain"
    id: Mapped[int] = mapped_column(primary_key=True)
    stock: Mapped[int]


class Versioned(Base):
    __tablename__ = "versioned"
    id: Mapped[int] = mapped_column(primary_key=True)
    stock: Mapped[int]
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}


@pytest.fixture
def engine(tmp_path):
    """An engine as SQLAlchemy makes it unless told otherwise, with a product in each table."""
    engine = create_engine(f"sqlite:///{tmp_path / 'plain.sqlite3'}")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all([Plain(stock=5), Versioned(stock=5)])
        session.commit()
    yield engine
    engine.dispose()


def sell_twice(engine, model, expression=False):
    """Two sessions read the stock before either writes it; return what is left."""
    with Session(engine) as first, Session(engine) as second:
        products = [session.get(model, 1) for session in (first, second)]
        for session, one in zip((first, second), products, strict=True):
            one.stock = model.stock - 1 if expression else one.stock - 1
            session.commit()
    with Session(engine) as session:
        return session.get(model, 1).stock


def test_sqlalchemy_loses_an_update_computed_in_python(
    engine,
):
    assert sell_twice(engine, Plain) == 4  # two were sold
    assert sell_twice(engine, Plain, expression=True) == 2
    with pytest.raises(StaleDataError):
        sell_twice(engine, Versioned)


def test_django_loses_an_update_computed_in_python(served):
    code = """
from django.db.models import F
key = Product.objects.create(stock=5).pk
for take in (lambda one: one.stock - 1, lambda one: F("stock") - 1):
    first, second = Product.objects.get(pk=key), Product.objects.get(pk=key)
    for one in (first, second):
        one.stock = take(one)
        one.save()
    print(Product.objects.get(pk=key).stock)
"""
    assert run_django(served, code) == ["4", "2"]  # four sold, three counted


def test_leaving_early_commits_in_django_only(served, engine):
    code = """
key = Product.objects.create(stock=5).pk
def order():
    with transaction.atomic():
        Product.objects.filter(pk=key).update(stock=0)
        return "out of stock"
order()
print(Product.objects.get(pk=key).stock)
"""
    assert run_django(served, code) == ["0"]
    with Session(engine) as session:
        session.get(Plain, 1).stock = 0
        session.flush()
    with Session(engine) as session:
        assert session.get(Plain, 1).stock == 5


def test_on_sqlite_both_leave_out_for_update(served):
    locking = select(Plain).with_for_update()
    assert "FOR UPDATE" in str(locking.compile(dialect=postgresql.dialect()))
    assert "FOR UPDATE" not in str(locking.compile(dialect=sqlite.dialect()))
    code = "print(Product.objects.select_for_update().filter(pk=1).query)"
    (query,) = run_django(served, code)
    assert "SELECT" in query and "FOR UPDATE" not in query


def test_sqlite_alone_loses_updates_in_sqlalchemy_only(served, engine):
    assert sell_twice(engine, Plain) == 4
    code = """
from django.db import OperationalError, connections
connections.settings["other"] = {**connection.settings_dict, "OPTIONS": {"timeout": 0.05}}
connections.settings["default"]["OPTIONS"] = {"timeout": 0.05}
connection.close()
key = Product.objects.create(stock=5).pk
blocks = [transaction.atomic(using=name) for name in ("default", "other")]
for block in blocks:
    block.__enter__()
products = [Product.objects.using(name).get(pk=key) for name in ("default", "other")]
try:
    for block, one in zip(blocks, products):
        one.stock -= 1
        one.save()
        block.__exit__(None, None, None)  # commits before the other one writes
except OperationalError as error:
    print(error)
print(Product.objects.get(pk=key).stock)
"""
    assert run_django(served, code) == ["database is locked", "5"]


def test_only_sqlalchemy_keeps_its_connections(served, engine):
    assert isinstance(engine.pool, QueuePool) and engine.pool.size() == 5
    assert engine.pool.checkedin() == 1
    code = """
from django.core.signals import request_finished
for age in (0, None):
    connection.settings_dict["CONN_MAX_AGE"] = age
    connection.close()
    Product.objects.count()
    request_finished.send(None)
    print(connection.connection is None)
"""
    assert run_django(served, code) == ["True", "False"]
