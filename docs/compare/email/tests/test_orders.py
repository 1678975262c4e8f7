"""A test as the shop's own developers would write it."""

# --8<-- [start:test]
import pytest
from flask_app import create_app
from flask_app.mail import mail


@pytest.fixture
def client():
    return create_app({"TESTING": True}).test_client()


def test_an_order_is_confirmed(client):
    with mail.record_messages() as outbox:
        client.post("/orders/", data={"email": "ann@example.com", "name": "Ann", "item": "Mug"})
    assert [message.subject for message in outbox] == ["Your order, Ann"]
    assert outbox[0].attachments[0].filename == "receipt.csv"


# --8<-- [end:test]
