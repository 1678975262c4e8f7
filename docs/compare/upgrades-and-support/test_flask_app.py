"""The tests of the Flask shop, which are also its rehearsal."""

# --8<-- [start:tests]
import pytest
from flask_app import create_app


@pytest.fixture
def client():
    return create_app("sqlite://").test_client()


@pytest.mark.parametrize("page", ["/before/1/", "/1/"], ids=["before", "after"])
def test_detail(client, page):
    assert client.get(page).json["name"] == "Lamp"


# --8<-- [end:tests]
