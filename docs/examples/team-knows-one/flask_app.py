"""The clerks' screens on the harbour's tables, on Flask with Flask-Admin."""

import os
from pathlib import Path

from flask import Flask, abort, g, request
from flask_admin import Admin
from flask_admin.contrib.sqla import ModelView
from flask_babel import Babel
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy.ext.automap import automap_base

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent)).resolve()

app = Flask(__name__)
app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY", "for development only")
app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{DATA / 'harbour.sqlite3'}"
CSRFProtect(app)
Babel(app)  # Flask-Admin needs it where Flask-Babel is installed

# --8<-- [start:tables]
db = SQLAlchemy(app)
with app.app_context():
    db.reflect()
Base = automap_base(metadata=db.metadata)
Base.prepare()
tables = Base.classes
tables.hb_holder.__str__ = lambda holder: holder.name
tables.hb_berth.__str__ = lambda berth: berth.code
# --8<-- [end:tables]


# --8<-- [start:sign-on]
@app.before_request
def only_clerks():
    g.clerk = request.headers.get("X-Remote-User") or abort(403)  # set by the sign-on proxy


# --8<-- [end:sign-on]
# --8<-- [start:admin]
class Correctable(ModelView):
    can_create = can_delete = False  # the harbour's program does that


class HolderView(Correctable):
    column_searchable_list = column_list = form_columns = ["name", "address"]


class BerthView(Correctable):
    column_searchable_list = ["code"]
    column_list = ["code", "length_cm"]
    form_columns = ["length_cm"]


class ContractView(Correctable):
    can_edit = False
    column_list = ["hb_berth", "year", "hb_holder", "fee"]


admin = Admin(app, "Harbour")
admin.add_view(HolderView(tables.hb_holder, db, "Holders", endpoint="holder"))
admin.add_view(BerthView(tables.hb_berth, db, "Berths", endpoint="berth"))
admin.add_view(ContractView(tables.hb_contract, db, "Contracts", endpoint="contract"))
# --8<-- [end:admin]
