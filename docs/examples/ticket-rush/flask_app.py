"""Free places for night tours: who comes first has one, and the others wait in line."""

import os
from pathlib import Path
from uuid import UUID

import click
from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import ForeignKey, UniqueConstraint, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


# --8<-- [start:models]
class Tour(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)


class Ticket(db.Model):
    __table_args__ = (UniqueConstraint("tour_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)  # the order of the line
    tour_id: Mapped[int] = mapped_column(ForeignKey("tour.id"))
    key: Mapped[UUID]  # made by the browser: whoever sends twice has one ticket
    place: Mapped["Place | None"] = relationship(back_populates="ticket")


class Place(db.Model):
    __table_args__ = (UniqueConstraint("tour_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    tour_id: Mapped[int] = mapped_column(ForeignKey("tour.id"))
    number: Mapped[int]
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("ticket.id"), unique=True)
    ticket: Mapped[Ticket | None] = relationship(back_populates="place")


# --8<-- [end:models]
app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ.get(
    "DATABASE_URL", f"sqlite:///{DATA / 'places.sqlite3'}"
)
db.init_app(app)
app.cli.command("init-db")(db.create_all)


def begin_immediate(engine):
    """Let SQLite take its lock when a transaction begins, and not at its first write."""

    @event.listens_for(engine, "connect")
    def leave_begin_to_us(connection, record):
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def begin(connection):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


with app.app_context():
    if db.engine.dialect.name == "sqlite":
        begin_immediate(db.engine)


# --8<-- [start:take]
def lock(tour_id):
    """One at a time for each tour: whoever takes or gives back waits here."""
    return db.one_or_404(db.select(Tour).filter_by(id=tour_id).with_for_update())


def waiting(tour_id):
    return db.select(Ticket).where(Ticket.tour_id == tour_id, ~Ticket.place.has())


def find(tour_id, key):
    return db.select(Ticket).filter_by(tour_id=tour_id, key=key)


@app.put("/tours/<int:tour_id>/tickets/<uuid:key>")
def take(tour_id, key):
    tour = lock(tour_id)
    ticket = db.session.scalar(find(tour_id, key))
    if ticket is None:
        ticket = Ticket(tour_id=tour.id, key=key)
        free = db.select(Place).filter_by(tour_id=tour_id, ticket_id=None)
        ticket.place = db.session.scalar(free.order_by(Place.number).limit(1))
        db.session.add(ticket)
    db.session.commit()
    return shown(ticket)


@app.delete("/tours/<int:tour_id>/tickets/<uuid:key>")
def give_back(tour_id, key):
    lock(tour_id)
    ticket = db.one_or_404(find(tour_id, key))
    if place := ticket.place:
        place.ticket = db.session.scalar(waiting(tour_id).order_by(Ticket.id).limit(1))
    db.session.delete(ticket)
    db.session.commit()
    return "", 204


# --8<-- [end:take]
# --8<-- [start:show]
@app.get("/tours/<int:tour_id>/tickets/<uuid:key>")
def show(tour_id, key):
    return shown(db.one_or_404(find(tour_id, key)))


def shown(ticket):
    if ticket.place:
        return {"place": ticket.place.number}
    before = waiting(ticket.tour_id).where(Ticket.id < ticket.id)
    ahead = db.session.scalar(db.select(db.func.count()).select_from(before.subquery()))
    return {"ahead": ahead, "ask_again_in": 5 + ahead // 10}  # seconds: the last ask least often


# --8<-- [end:show]
@app.cli.command("add-tours")
@click.argument("places", type=int, nargs=-1)
def add_tours(places):
    """Open a tour for each number of places, and print the tours' own numbers."""
    for count in places:
        tour = Tour()
        db.session.add(tour)
        db.session.flush()
        db.session.add_all(Place(tour_id=tour.id, number=n + 1) for n in range(count))
        print(tour.id)
    db.session.commit()
