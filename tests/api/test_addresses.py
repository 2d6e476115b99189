"""The most literal address decides which methods are taken."""

from app.presentation.api.addresses import AddressTable

TABLE = AddressTable(
    [("/things", ["GET"]), ("/things", ["POST"]), ("/things/{id}", ["GET", "PUT"]), ("/things/special", ["POST"]),
     ("/things/{id}/parts/{part}", ["DELETE"]), ("/things/special/parts", ["GET"])]
)  # fmt: skip


def test_methods_of_all_routes_at_an_address_count() -> None:
    assert TABLE.methods("/things") == {"GET", "POST"}
    assert TABLE.methods("/things/7") == {"GET", "PUT"}


def test_a_literal_segment_comes_before_a_parameter() -> None:
    assert TABLE.methods("/things/special") == {"POST"}
    assert TABLE.methods("/things/special/parts/1") == {"DELETE"}


def test_nothing_is_taken_where_there_is_nothing() -> None:
    assert TABLE.methods("/other") == frozenset()
    assert TABLE.methods("/things/") == {"GET", "POST"}
    assert TABLE.methods("/things/7/parts") == frozenset()
