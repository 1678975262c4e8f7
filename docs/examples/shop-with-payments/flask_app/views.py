"""The pages for customers, and the address for the payment provider."""

import hashlib
import hmac

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectField
from wtforms.validators import InputRequired, NumberRange

from . import sales
from .models import Edition, Order, db

bp = Blueprint("shop", __name__)


class OrderForm(FlaskForm):
    edition = SelectField("Edition", coerce=int)
    quantity = IntegerField("Quantity", [InputRequired(), NumberRange(1, 20)])


@bp.route("/", methods=["GET", "POST"])
def editions():
    form, status = OrderForm(), 200
    found = db.session.scalars(db.select(Edition).order_by(Edition.title))
    form.edition.choices = [(edition.id, edition.title) for edition in found]
    if form.validate_on_submit():
        edition = db.session.get(Edition, form.edition.data)
        if order := sales.reserve(edition, form.quantity.data):
            return redirect(url_for("shop.order", token=order.token))
        form.form_errors.append("So many are no longer there.")
        status = 409
    return render_template("editions.html", form=form), status


@bp.get("/orders/<token>/")
def order(token):
    found = db.one_or_404(db.select(Order).filter_by(token=token))
    return render_template("order.html", order=found)


# --8<-- [start:payments]
def is_signed():
    # How the stand-in of the tests signs. A real provider's library goes here.
    key = current_app.config["PAYMENT_SECRET"].encode()
    wanted = hmac.new(key, request.get_data(), hashlib.sha256).hexdigest()
    sent = request.headers.get("Payment-Signature", "")
    return hmac.compare_digest(sent.encode(), wanted.encode())


@bp.post("/payments")
def payments():
    if not is_signed():
        abort(401)
    told = request.get_json(force=True)
    order = db.one_or_404(db.select(Order).filter_by(token=told["order"]))
    sales.book(order.token, told["payment"], told["amount"])
    return "", 204


# --8<-- [end:payments]
