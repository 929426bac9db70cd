"""What can be wrong on the way to us: LINE's own test call, the certificate, and who answers at our address."""

import socket
import threading
import time as sleeping
from collections.abc import Callable
from typing import Any

import pytest

from bot.doctor.findings import OK, SKIPPED, WARNING, WRONG
from bot.processes import free_port
from tests.bot.doctor.clinic import NAME, Certificate, Clinic, Web, answering
from tests.bot.doctor.conftest import Issue

ALIVE = b'{"alive": true}'


def health_beside(other: Web) -> Web:
    """Our own health page, and another's answer to LINE."""

    def web(environ: Any, start: Any) -> Any:
        healthy = environ["PATH_INFO"] == "/healthz"
        return answering("200 OK", ALIVE)(environ, start) if healthy else other(environ, start)

    return web


@pytest.mark.parametrize(
    ("web", "found", "advice"),
    [
        (answering("500 Internal Server Error"), "ERROR_STATUS_CODE, 500", "journalctl -u forum"),
        (answering("502 Bad Gateway"), "ERROR_STATUS_CODE, 502", "systemctl start forum"),
        (answering("404 Not Found"), "ERROR_STATUS_CODE, 404", "Something else answers there"),
        (
            answering("401 Unauthorized"),
            "ERROR_STATUS_CODE, 401",
            "LINE_CHANNEL_SECRET is not this channel's",
        ),
        (
            answering("308 Permanent Redirect", Location="https://www.example.org/callback"),
            "ERROR_STATUS_CODE, 308",
            "LINE does not follow",
        ),
        (answering("200 OK", pause=lambda: sleeping.sleep(2.3)), "REQUEST_TIMEOUT", "within two seconds"),
    ],
)
def test_lines_test_call_tells_what_stands_in_the_way(
    clinic: Clinic, web: Web, found: str, advice: str
) -> None:
    clinic.web = health_beside(web)
    looked_at = clinic.looked_at()
    assert looked_at["LINE's test call"].state == WRONG
    assert found in looked_at["LINE's test call"].found
    assert advice in " ".join(looked_at["LINE's test call"].advice)
    assert looked_at["web server"].state == OK


def test_a_secret_of_another_channel_is_found_by_lines_test_call(clinic: Clinic) -> None:
    clinic.line.courier.secret = "f" * 32
    finding = clinic.finds("LINE's test call")
    assert (finding.state, finding.found) == (WRONG, "ERROR_STATUS_CODE, 401")
    assert "Basic settings > Channel secret" in " ".join(finding.advice)


def test_lines_test_call_that_may_not_be_made_again_is_no_fault(clinic: Clinic) -> None:
    clinic.line.world.fail_next(429, path="/webhook/test")
    finding = clinic.finds("LINE's test call")
    assert (finding.state, "60 times an hour" in " ".join(finding.advice)) == (WARNING, True)


def test_where_nobody_listens_neither_line_nor_we_are_answered(clinic: Clinic) -> None:
    clinic.env["PUBLIC_URL"] = f"https://{NAME}:{free_port(21000)}"
    looked_at = clinic.looked_at()
    assert "COULD_NOT_CONNECT, Connection failed" in looked_at["LINE's test call"].found
    assert "firewall" in " ".join(looked_at["LINE's test call"].advice)
    assert (looked_at["web server"].state, looked_at["certificate"].state) == (WRONG, SKIPPED)
    assert "systemctl status forum caddy" in " ".join(looked_at["web server"].advice)


def test_what_line_reaches_and_this_machine_does_not_is_no_fault(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way does not lead back from inside: our own calls find nobody, LINE's do."""
    outside = socket.getaddrinfo

    def known(host: Any, *more: Any, **how: Any) -> Any:
        if threading.current_thread() is threading.main_thread() and host == NAME:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return outside(host, *more, **how)

    monkeypatch.setattr(socket, "getaddrinfo", known)
    finding = clinic.finds("web server")
    assert (finding.state, "Nothing needs to be done" in " ".join(finding.advice)) == (WARNING, True)


def test_a_name_that_leads_nowhere_is_told(clinic: Clinic) -> None:
    clinic.env["PUBLIC_URL"] = "https://forum.example.com"
    looked_at = clinic.looked_at()
    assert "Invalid webhook endpoint URL" in looked_at["LINE's test call"].found
    assert "an A record" in " ".join(looked_at["LINE's test call"].advice)
    assert looked_at["web server"].state == WRONG


def test_a_certificate_nobody_knows_is_refused_by_line_and_by_us(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    looked_at = clinic.looked_at()
    assert looked_at["certificate"].state == looked_at["LINE's test call"].state == WRONG
    assert "self-signed" in looked_at["certificate"].found
    assert "journalctl -u caddy" in " ".join(looked_at["certificate"].advice)
    assert "TLS handshake failure" in looked_at["LINE's test call"].found
    assert "well-known authority" in " ".join(looked_at["LINE's test call"].advice)


def test_a_certificate_that_ends_soon_is_told_in_time(
    open_clinic: Callable[[Certificate], Clinic], issue: Issue
) -> None:
    looked_at = open_clinic(issue(6)).looked_at()
    assert (looked_at["certificate"].state, looked_at["web server"].state) == (WARNING, OK)
    assert "5 days" in looked_at["certificate"].found
    assert "ought to have been renewed" in " ".join(looked_at["certificate"].advice)


def test_where_nobody_speaks_https_there_is_no_certificate(clinic: Clinic) -> None:
    clinic.env["PUBLIC_URL"] = f"https://{NAME}:{clinic.line.url.rsplit(':', 1)[1]}"
    finding = clinic.finds("certificate")
    assert (finding.state, "systemctl status caddy" in " ".join(finding.advice)) == (WRONG, True)


@pytest.mark.parametrize(
    ("web", "found", "advice"),
    [
        (answering("503 Service Unavailable"), "answers 503", "Something answers, but not the bot"),
        (answering("200 OK", b"<h1>Welcome to nginx</h1>"), "is not ours", "Another website"),
        (answering("200 OK", b'{"status": "up"}'), "is not ours", "Another website"),
    ],
)
def test_who_answers_in_our_place_is_found(clinic: Clinic, web: Web, found: str, advice: str) -> None:
    clinic.web = web
    finding = clinic.finds("web server")
    assert finding.state == WRONG
    assert found in finding.found
    assert advice in " ".join(finding.advice)
