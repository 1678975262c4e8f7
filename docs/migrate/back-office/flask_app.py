"""The tool library, as it has been for years: Flask, SQLAlchemy, accounts of its own."""

import os
from datetime import date, datetime
from pathlib import Path

from flask import Flask, abort, request, session
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from werkzeug.security import check_password_hash, generate_password_hash


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


# --8<-- [start:models]
class Account(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    password: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(10), default="member")


tool_tag = db.Table(
    "tool_tag",
    db.Column("tool_id", ForeignKey("tool.id", ondelete="CASCADE"), primary_key=True),
    db.Column("tag_id", ForeignKey("tag.id", ondelete="CASCADE"), primary_key=True),
)


class Tag(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    word: Mapped[str] = mapped_column(String(40), unique=True)


class Tool(db.Model):
    __table_args__ = (CheckConstraint("state IN ('in', 'out', 'broken')", name="tool_state"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    state: Mapped[str] = mapped_column(String(10), default="in")
    added_at: Mapped[datetime] = mapped_column(default=datetime.now)  # of the clock on the wall
    tags: Mapped[list[Tag]] = relationship(secondary=tool_tag)


class Loan(db.Model):
    __table_args__ = (UniqueConstraint("tool_id", "day", name="one_loan_a_day"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    tool_id: Mapped[int] = mapped_column(ForeignKey("tool.id", ondelete="CASCADE"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    day: Mapped[date]
    tool: Mapped[Tool] = relationship()


# --8<-- [end:models]
def create_app():
    app = Flask(__name__)
    app.secret_key = os.environ.get("SECRET_KEY", "for development only")
    folder = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()
    url = os.environ.get("DATABASE_URL", f"sqlite:///{folder / 'tools.sqlite3'}")
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    db.init_app(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            event.listen(db.engine, "connect", lambda c, _: c.execute("PRAGMA foreign_keys = ON"))
    return app


app = create_app()


@app.post("/login")
def login():
    sent = request.get_json()
    account = db.session.scalar(db.select(Account).filter_by(name=sent["name"]))
    if not account or not check_password_hash(account.password, sent["password"]):
        abort(403)
    session["account"] = account.id
    return {}


@app.post("/password")
def password():
    account = db.session.get(Account, session["account"])
    account.password = generate_password_hash(request.get_json()["password"])
    db.session.commit()
    return {}


@app.get("/tools")
def tools():
    found = db.session.scalars(db.select(Tool).order_by(Tool.id))
    return [
        {
            "name": tool.name,
            "state": tool.state,
            "added": f"{tool.added_at:%Y-%m-%d %H:%M}",
            "tags": sorted(tag.word for tag in tool.tags),
        }
        for tool in found
    ]


@app.post("/loans")
def lend():
    sent = request.get_json()
    day = date.fromisoformat(sent["day"])
    loan = Loan(tool_id=sent["tool"], account_id=session["account"], day=day)
    db.session.add(loan)
    loan.tool = db.get_or_404(Tool, sent["tool"])
    loan.tool.state = "out"
    db.session.commit()
    return {}, 201


# --8<-- [start:ours]
def ours(name, kind, parent):
    """For Alembic's `include_name`: what Django's migrations own is not ours to drop."""
    return kind != "table" or name in db.metadata.tables or name == "alembic_version"


# --8<-- [end:ours]
@app.cli.command()
def init_db():
    """Create the tables."""
    db.create_all()
