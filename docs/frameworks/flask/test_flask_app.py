"""The guest list's own tests: run `pytest` in this folder."""

# --8<-- [start:test]
import pytest
from flask_app import app


@pytest.fixture()
def client(tmp_path):
    app.config.update(TESTING=True, DATABASE=tmp_path / "test.db")
    app.test_cli_runner().invoke(args=["init-db"])
    return app.test_client()


def test_a_guest_is_added(client):
    client.post("/", data={"name": "Ada"})
    assert "<li>Ada</li>" in client.get("/").text


# --8<-- [end:test]
