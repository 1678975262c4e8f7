"""A test as the shop's own developers would write it."""

# --8<-- [start:test]
from django.core import mail
from django.test import SimpleTestCase


class OrderTest(SimpleTestCase):
    def test_an_order_is_confirmed(self):
        order = {"email": "ann@example.com", "name": "Ann", "item": "Mug"}
        self.client.post("/orders/", order)
        self.assertEqual([message.subject for message in mail.outbox], ["Your order, Ann"])
        self.assertEqual(mail.outbox[0].attachments[0].filename, "receipt.csv")


# --8<-- [end:test]
