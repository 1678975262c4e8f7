"""The mail that the shop sends."""

# --8<-- [start:confirm]
from flask import render_template
from flask_mail import Mail, Message

mail = Mail()


def confirm(address, name, receipt):
    message = Message(
        subject=f"Your order, {name}",
        recipients=[address],
        body=render_template("confirmation.txt", name=name),
        html=render_template("confirmation.html", name=name),
    )
    message.attach("receipt.csv", "text/csv", receipt.encode())
    mail.send(message)


# --8<-- [end:confirm]
