"""Whatever the topic, there is a line that can be sent as it is."""

from models.topics import TAXONOMY
from models.topics.requests import request_of


def test_every_topic_has_a_request_of_its_own() -> None:
    found = {request_of(topic) for topic in TAXONOMY}
    assert len(found) >= len(TAXONOMY) - 1, "unrest and safety ask for the same"
    assert [
        request_of(topic) for topic in TAXONOMY if topic != "other" and request_of(topic) == request_of(None)
    ] == []


def test_a_kind_may_have_its_own_and_else_has_its_topics() -> None:
    assert request_of("disaster", "flood") != request_of("disaster")
    assert request_of("disaster", "earthquake") == request_of("disaster")
    assert request_of(None) == request_of("other") == request_of("no such topic")
