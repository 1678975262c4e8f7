"""The same tests for both apps: each asks one address, with a row of its own that goes again."""

import pytest

ADDRESSES = ["/plain", "/json", "/row", "/rows", "/page"]


@pytest.mark.parametrize("number", range(20))
@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_answers(client, add_book, address, number):
    add_book(number)
    assert client.get(address).status_code == 200
