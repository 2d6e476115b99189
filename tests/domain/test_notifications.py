"""The rules of notifications."""

from app.domain.ids import uuid7
from app.domain.notifications import CHOSEN_KINDS, Delivery, NotificationSettings
from tests.builders import NOON


def test_nothing_leaves_the_app_until_it_is_chosen() -> None:
    settings = NotificationSettings(user_id=uuid7(), updated_at=NOON)
    assert {settings.channels(kind) for kind in CHOSEN_KINDS} == {("in_app",)}
    settings.choose("deadline", {"webhook": True, "email": True})
    assert settings.channels("deadline") == ("in_app", "email", "webhook")
    settings.choose("deadline", {"in_app": False, "webhook": False})
    assert settings.channels("deadline") == ("email",)
    settings.choose("deadline", {"email": False})
    assert settings.channels("deadline") == ()
    assert settings.channels("reminder") == ("in_app",)


def make_delivery() -> Delivery:
    return Delivery(user_id=uuid7(), notification_id=uuid7(), channel="email", created_at=NOON, updated_at=NOON)


def test_a_delivery_that_failed_is_tried_until_it_is_parked() -> None:
    delivery = make_delivery()
    delivery.fail("x" * 900, NOON)
    assert (delivery.status, delivery.attempts, len(delivery.error)) == ("pending", 1, 500)
    delivery.park(NOON)
    assert (delivery.status, delivery.attempts) == ("parked", 1)


def test_only_a_parked_delivery_is_taken_up_again() -> None:
    parked, delivered = make_delivery(), make_delivery()
    parked.park(NOON)
    delivered.succeed(NOON)
    delivered.park(NOON)
    for delivery in (parked, delivered):
        delivery.try_again(NOON)
    assert parked.status == "pending"
    assert (delivered.status, delivered.error, delivered.delivered_at) == ("delivered", "", NOON)
