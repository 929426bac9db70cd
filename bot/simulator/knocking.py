"""A webhook call over HTTP, and how it went in the words LINE has for it."""

import socket
from typing import NamedTuple
from urllib.parse import urlsplit

import urllib3

PATIENCE = urllib3.Timeout(connect=2, read=2)
NO_ANSWER = 0


class Knock(NamedTuple):
    status: int
    reason: str
    detail: str

    @property
    def fine(self) -> bool:
        return self.reason == "OK"


class Knocker:
    """Knocks at addresses; follows no redirect, as LINE does not."""

    def __init__(self) -> None:
        self._pool = urllib3.PoolManager(retries=False, timeout=PATIENCE)

    def knock(self, address: str, body: bytes, headers: dict[str, str]) -> Knock:
        try:
            answer = self._pool.request("POST", address, body=body, headers=headers, redirect=False)
        except urllib3.exceptions.HTTPError as error:
            return _unanswered(address, error)
        return answered(answer.status)

    def stop(self) -> None:
        self._pool.clear()


def answered(status: int) -> Knock:
    if status == NO_ANSWER:
        return Knock(NO_ANSWER, "COULD_NOT_CONNECT", "Connection failed")
    return Knock(status, "OK" if 200 <= status < 300 else "ERROR_STATUS_CODE", str(status))


def _unanswered(address: str, error: urllib3.exceptions.HTTPError) -> Knock:
    if isinstance(error, urllib3.exceptions.ReadTimeoutError):
        return Knock(NO_ANSWER, "REQUEST_TIMEOUT", "Request timeout")
    if isinstance(error, urllib3.exceptions.SSLError):
        return Knock(NO_ANSWER, "COULD_NOT_CONNECT", f"TLS handshake failure: {address}")
    if isinstance(error, urllib3.exceptions.ConnectTimeoutError):  # one that is refused is one of these
        return Knock(NO_ANSWER, "COULD_NOT_CONNECT", f"Connection failed: {address}")
    return Knock(NO_ANSWER, "UNCLASSIFIED", "N/A")


def has_address(address: str) -> bool:
    """Whether the name in a web address leads anywhere."""
    try:
        socket.getaddrinfo(urlsplit(address).hostname, None)
    except (OSError, UnicodeError):
        return False
    return True
