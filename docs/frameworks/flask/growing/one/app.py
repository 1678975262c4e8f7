"""A seed library in one file: seeds, and the packets that gardeners take."""

# --8<-- [start:app]
import os
from pathlib import Path

from flask import Flask, abort, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


app = Flask(__name__)
data = Path(os.environ.get("APP_DATA", app.root_path))
app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{data / 'db.sqlite3'}"
db = SQLAlchemy(app, model_class=Base)


class Seed(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class Packet(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    seed_id: Mapped[int] = mapped_column(ForeignKey("seed.id"))
    seed: Mapped[Seed] = relationship()
    gardener: Mapped[str]


@app.cli.command("init-db")
def init_db():
    db.create_all()


@app.get("/seeds/")
def seeds():
    return {"seeds": list(db.session.scalars(db.select(Seed.name).order_by(Seed.name)))}


@app.post("/seeds/")
def add_seed():
    db.session.add(Seed(name=request.form["name"]))
    db.session.commit()
    return "", 201


@app.get("/packets/<gardener>/")
def packets(gardener):
    found = db.session.scalars(db.select(Packet).filter_by(gardener=gardener))
    return {"packets": [packet.seed.name for packet in found]}


@app.post("/packets/<gardener>/")
def take_packet(gardener):
    seed = db.session.scalar(db.select(Seed).filter_by(name=request.form["seed"]))
    taken = db.session.scalars(db.select(Packet).filter_by(gardener=gardener)).all()
    if seed is None or len(taken) >= 2:
        abort(409)
    db.session.add(Packet(seed=seed, gardener=gardener))
    db.session.commit()
    return "", 201


# --8<-- [end:app]
