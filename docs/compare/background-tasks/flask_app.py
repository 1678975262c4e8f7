"""A shop that tells its warehouse of each order, in the background."""

import os
from pathlib import Path
from urllib.request import urlopen

from flask import Flask, request
from flask_sqlalchemy import SQLAlchemy
from huey import RedisHuey, SqliteHuey, crontab
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))
WAREHOUSE = os.environ.get("WAREHOUSE_URL", "http://127.0.0.1:8001")
RETRY_SECONDS = int(os.environ.get("RETRY_SECONDS", 30))
REDIS = os.environ.get("REDIS_URL")


class Base(DeclarativeBase):
    pass


# --8<-- [start:huey]
app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA / 'shop.sqlite3'}"
db = SQLAlchemy(app, model_class=Base)
huey = RedisHuey("shop", url=REDIS) if REDIS else SqliteHuey("shop", DATA / "queue.sqlite3")


# --8<-- [end:huey]
class Order(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    state: Mapped[str] = mapped_column(default="new")


@app.cli.command("init-db")
def init_db():
    db.create_all()


# --8<-- [start:task]
@huey.task(retries=3, retry_delay=RETRY_SECONDS)
def notify(order_id):
    with app.app_context():
        order = db.session.get_one(Order, order_id)
        urlopen(f"{WAREHOUSE}/{order.number}", timeout=10).close()
        order.state = "sent"
        db.session.commit()


# --8<-- [end:task]
# --8<-- [start:periodic]
@huey.periodic_task(crontab(hour="3", minute="0"))
def notify_unsent():
    with app.app_context():
        for order_id in db.session.scalars(db.select(Order.id).filter_by(state="new")):
            notify(order_id)


# --8<-- [end:periodic]
# --8<-- [start:enqueue]
@app.post("/orders/")
def create():
    order = Order(number=request.form["number"])
    db.session.add(order)
    db.session.commit()
    notify(order.id)  # after the commit, so that the worker finds the order
    return {"state": order.state}, 202


# --8<-- [end:enqueue]
@app.get("/orders/<int:number>/")
def show(number):
    return {"state": db.session.scalars(db.select(Order.state).filter_by(number=number)).one()}
