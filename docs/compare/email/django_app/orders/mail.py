"""The mail that the shop sends."""

# --8<-- [start:confirm]
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string


def confirm(address, name, receipt):
    message = EmailMultiAlternatives(
        subject=f"Your order, {name}",
        body=render_to_string("orders/confirmation.txt", {"name": name}),
        to=[address],
    )
    html = render_to_string("orders/confirmation.html", {"name": name})
    message.attach_alternative(html, "text/html")
    message.attach("receipt.csv", receipt, "text/csv")
    message.send()


# --8<-- [end:confirm]
