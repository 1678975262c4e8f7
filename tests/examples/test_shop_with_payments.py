"""The shop of docs/examples/shop-with-payments: stock, money and those who pack."""

import hashlib
import hmac
import json
import ssl
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urljoin

import httpx
import pytest
from bs4 import BeautifulSoup
from sqlalchemy import create_engine, inspect, text

from services import fresh_database

PREPARE = {
    "flask": ["flask init-db", "flask create-staff mo --password tubes"],
    "django": ["python manage.py migrate", "python manage.py createsuperuser --noinput"],
}
ENV = {
    "PAYMENT_SECRET": "of the tests",
    "DJANGO_SUPERUSER_USERNAME": "mo",
    "DJANGO_SUPERUSER_EMAIL": "mo@example.org",
    "DJANGO_SUPERUSER_PASSWORD": "tubes",
}
PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # one for all: to make the usual one takes long
PROVIDER = httpx.Client(verify=PLAIN)


class Shop:
    """What customers, staff, cron and the payment provider do with one of the two apps."""

    def __init__(self, app):
        self.app, self.django = app, app.framework == "django"
        address = app.more.get("DATABASE_URL", f"sqlite:///{app.data / 'shop.sqlite3'}")
        self.database = create_engine(address)
        self.orders, self.editions, self.new = (
            [f"/admin/shop/{name}/" for name in ("order", "edition", "edition/add")]
            if self.django
            else [f"/admin/{name}/" for name in ("order", "edition", "edition/new")]
        )
        self.staff = self.browser()
        login = self.staff.get("/admin/", follow_redirects=True)
        self.fill(self.staff, login, username="mo", password="tubes")

    def browser(self):
        return httpx.Client(base_url=self.app.url, timeout=20, verify=PLAIN)

    def fill(self, session, answer, selector=None, **values):
        """Send the form that has these fields, as a browser does."""
        page = BeautifulSoup(answer.text, "html.parser")
        form = page.select_one(selector or f"form:has([name={next(iter(values))}])")
        sent = {}
        for field in form.select("input[name], select[name]"):
            chosen = field.select_one("option[selected]")
            sent[field["name"]] = chosen["value"] if chosen else field.get("value", "")
        url = urljoin(str(answer.url), form.get("action", ""))
        return session.post(url, data=sent | values, follow_redirects=True)

    def ask(self, sql, value):
        if self.django:
            sql = sql.replace("edition", "shop_edition", 1).replace("orders", "shop_order")
            sql = sql.replace("payment", "shop_payment", 1)
        with self.database.begin() as connection:
            return connection.execute(text(sql), {"value": value}).scalar_one()

    def edit(self, edition):
        tail = f"{edition}/change/" if self.django else f"edit/?id={edition}"
        return self.staff.get(self.editions + tail)

    def stock(self, edition):
        return self.ask("SELECT stock FROM edition WHERE id = :value", edition)

    def state(self, token):
        return self.ask("SELECT state FROM orders WHERE token = :value", token)

    def buy(self, edition, quantity):
        """Order as a customer; the secret part of the order's address, None if refused."""
        with self.browser() as customer:
            values = {"edition": str(edition), "quantity": str(quantity)}
            answer = self.fill(customer, customer.get("/"), **values)
        assert answer.status_code in (200, 409)
        return answer.url.path.split("/")[2] if answer.is_success else None

    def pay(self, token, payment, amount, key="of the tests"):
        """What the payment provider sends when money has come in."""
        body = json.dumps({"order": token, "payment": payment, "amount": amount}).encode()
        signed = hmac.new(key.encode(), body, hashlib.sha256).hexdigest()
        headers = {"Payment-Signature": signed}
        url = f"{self.app.url}/payments"
        return PROVIDER.post(url, content=body, headers=headers).status_code

    def pay_at_once(self, token, payments, amount):
        """Payments of which each has read the order before another has changed it."""
        with ThreadPoolExecutor(len(payments)) as pool, self.database.begin() as first:
            if postgres := self.database.dialect.name == "postgresql":
                order = "shop_order" if self.django else "orders"
                lock = text(f"SELECT id FROM {order} WHERE token = :token FOR UPDATE")
                first.execute(lock, {"token": token})
            told = [pool.submit(self.pay, token, payment, amount) for payment in payments]
            deadline = time.monotonic() + 20
            while postgres and self.waiting() < len(payments):
                assert time.monotonic() < deadline
                time.sleep(0.01)
        return [call.result() for call in told]

    def waiting(self):
        """How many wait for a lock."""
        with self.database.begin() as connection:
            waits = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
            return connection.execute(waits).scalar_one()

    def release(self):
        command = "python manage.py release" if self.django else "flask release"
        self.app.run(command, RESERVED_MINUTES="0")

    def mark_sent(self, token):
        key = self.ask("SELECT id FROM orders WHERE token = :value", token)
        page = self.staff.get(self.orders)
        if self.django:
            return self.fill(self.staff, page, action="mark_sent", _selected_action=str(key))
        return self.fill(self.staff, page, "#action_form", action="mark_sent", rowid=str(key))


@pytest.fixture(scope="module", params=["flask", "django"])
def framework(request):
    return request.param


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shop(request, framework, served, postgres_url):
    """Each shop on each database, with staff logged in."""
    real = request.param == "postgresql"
    env = {"DATABASE_URL": fresh_database(postgres_url)} if real else {}
    return Shop(served(framework, **env))


@pytest.fixture
def print_(request, shop):
    """A new edition: five prints at 40.00."""
    title = f"Heron {zlib.crc32(request.node.name.encode())}"
    shop.fill(shop.staff, shop.staff.get(shop.new), title=title, price="4000", received="5")
    return shop.ask("SELECT id FROM edition WHERE title = :value", title)


def test_an_order_reserves_and_what_is_not_there_is_refused(shop, print_):
    assert shop.buy(print_, 4) and shop.stock(print_) == 1
    assert shop.buy(print_, 2) is None and shop.stock(print_) == 1


def test_customers_at_the_same_moment_get_what_is_there_and_no_more(shop, print_):
    with ThreadPoolExecutor(12) as pool:
        tokens = list(pool.map(lambda _: shop.buy(print_, 1), range(12)))
    assert len(set(tokens) - {None}) == 5 and shop.stock(print_) == 0


def test_a_payment_that_is_told_four_times_is_booked_once(shop, print_):
    token = shop.buy(print_, 1)
    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(lambda _: shop.pay(token, f"a{print_}", 4000), range(4)))
    assert told == [204] * 4 and shop.state(token) == "paid"
    assert shop.ask("SELECT count(*) FROM payment WHERE reference = :value", f"a{print_}") == 1


def test_a_forged_payment_is_refused(shop, print_):
    token = shop.buy(print_, 1)
    assert shop.pay(token, "forged", 4000, key="guessed") == 401
    assert shop.pay("nowhere", "lost", 4000) == 404
    assert shop.state(token) == "reserved"
    with shop.browser() as customer:
        assert "State: reserved" in customer.get(f"/orders/{token}/").text


def test_money_that_does_not_fit_waits_for_a_person(shop, print_):
    short, twice = shop.buy(print_, 1), shop.buy(print_, 1)
    shop.pay(short, f"s{print_}", 3999)
    shop.pay(twice, f"t{print_}", 4000)
    shop.pay(twice, f"u{print_}", 4000)
    assert (shop.state(short), shop.state(twice)) == ("check", "check")


@pytest.mark.parametrize("late", [False, True])
def test_two_payments_at_the_same_moment_are_not_both_the_first(shop, print_, late):
    token = shop.buy(print_, 2)
    if late:
        shop.release()
    told = shop.pay_at_once(token, [f"x{print_}", f"y{print_}"], 8000)
    assert told == [204, 204]
    assert shop.state(token) == "check" and shop.stock(print_) == 3


def test_what_is_not_paid_goes_back_and_money_that_comes_late_is_not_lost(shop, print_):
    first, second = shop.buy(print_, 4), shop.buy(print_, 1)
    shop.release()
    assert shop.stock(print_) == 5 and shop.state(first) == "expired"
    shop.pay(first, f"l{print_}", 16000)
    assert shop.stock(print_) == 1 and shop.state(first) == "paid"
    assert shop.buy(print_, 1)
    shop.pay(second, f"m{print_}", 4000)
    assert shop.stock(print_) == 0 and shop.state(second) == "check"


def test_staff_mark_as_sent_what_is_paid_and_nothing_else(shop, print_):
    paid, unpaid = shop.buy(print_, 1), shop.buy(print_, 1)
    shop.pay(paid, f"p{print_}", 4000)
    shop.mark_sent(paid), shop.mark_sent(unpaid)
    assert (shop.state(paid), shop.state(unpaid)) == ("sent", "reserved")
    with shop.browser() as stranger:
        assert "login" in stranger.get(shop.orders).headers["location"]
        login = stranger.get("/admin/", follow_redirects=True)
        shop.fill(stranger, login, username="mo", password="guessed")
        assert "login" in stranger.get(shop.orders).headers["location"]


def test_staff_log_out_and_another_site_does_not_log_them_out(shop):
    colleague = shop.browser()
    shop.fill(
        colleague, colleague.get("/admin/", follow_redirects=True), username="mo", password="tubes"
    )
    out = "/admin/logout/" if shop.django else "/logout/"
    assert colleague.post(out).status_code in (400, 403)
    assert colleague.get(shop.orders).status_code == 200
    shop.fill(colleague, colleague.get(shop.orders), f"form[action='{out}']")
    assert "login" in colleague.get(shop.orders).headers["location"]


def test_staff_who_save_an_old_page_undo_no_sale(shop, print_):
    page = shop.edit(print_)
    shop.buy(print_, 2)
    shop.fill(shop.staff, page, price="4500", received="10")
    assert shop.stock(print_) == 13
    refused = shop.fill(shop.staff, shop.edit(print_), received="-14")
    assert "There are not so many." in refused.text and shop.stock(print_) == 13


def test_a_form_that_holds_the_stock_undoes_a_sale(served):
    code = """
from django.forms import modelform_factory
from shop import sales
from shop.models import Edition
edition = Edition.objects.create(title='Crane', price=1, stock=5)
seen = {'title': 'Crane', 'price': 2, 'stock': edition.stock}
sales.reserve(edition, 2)
modelform_factory(Edition, fields=list(seen))(seen, instance=edition).save()
print(Edition.objects.get(title='Crane').stock)
"""
    said = served("django").run(["python", "manage.py", "shell", "-v", "0", "-c", code]).stdout
    assert said.split() == ["5"]


def test_who_sent_an_order_is_on_record_in_django_only(served):
    shop = Shop(served("django"))
    shop.fill(shop.staff, shop.staff.get(shop.new), title="Kestrel", price="1", received="1")
    token = shop.buy(shop.ask("SELECT id FROM edition WHERE title = :value", "Kestrel"), 1)
    shop.pay(token, "kestrel", 1)
    shop.mark_sent(token)
    key = shop.ask("SELECT id FROM orders WHERE token = :value", token)
    assert "kestrel" in shop.staff.get(f"{shop.orders}{key}/change/").text
    history = shop.staff.get(f"{shop.orders}{key}/history/").text
    assert "Marked sent." in history and "mo" in history
    tables = inspect(Shop(served("flask")).database).get_table_names()
    assert tables and not {name for name in tables if "log" in name or "history" in name}
