"""The public address: its certificate, and whether our own web server answers there."""

import json
import socket
import ssl
import urllib.error
import urllib.request
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from bot.doctor.case import Case
from bot.doctor.findings import Finding, ok, said_by, skipped, warning, wrong
from bot.line.gateway import Refused, TryLater
from models import clock

PATIENCE = 5.0  # seconds
RENEWED_BEFORE = timedelta(days=14)


def certificate(case: Case) -> Finding:
    try:
        until = _valid_until(case.settings.public_url)
    except ssl.SSLCertVerificationError as error:
        return wrong(f"not to be trusted: {error.verify_message}", "certificate.untrusted")
    except ssl.SSLError as error:
        return wrong(f"none is shown: {said_by(error)}", "certificate.none")
    except OSError as error:
        return skipped(f"not reached from this machine: {said_by(error)}")
    left = until - clock.machine_now()
    found = f"good until {until:%Y-%m-%d}, {left.days} days"
    return warning(found, "certificate.ends") if left < RENEWED_BEFORE else ok(found)


def _valid_until(address: str) -> datetime:
    parts = urlsplit(address)
    where, context = (parts.hostname or "", parts.port or 443), ssl.create_default_context()
    with (
        socket.create_connection(where, timeout=PATIENCE) as plain,
        context.wrap_socket(plain, server_hostname=parts.hostname) as shown,
    ):
        ends = str((shown.getpeercert() or {})["notAfter"])
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(ends), UTC)


def reached(case: Case) -> Finding:
    """Whether /healthz at the public address is ours."""
    address = f"{case.settings.public_url}/healthz"
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            alive = json.load(answer) == {"alive": True}
    except urllib.error.HTTPError as error:
        error.close()
        return wrong(f"{address} answers {error.code}", "web.status")
    except ValueError:  # no JSON
        alive = False
    except OSError as error:
        return _unreached(case, f"{address} was not reached: {said_by(error)}")
    return ok(f"{address} answers") if alive else wrong(f"{address} is not ours", "web.other")


def _unreached(case: Case, found: str) -> Finding:
    """What LINE reaches may still be out of reach from inside: some routers do not lead back."""
    try:
        seen_by_line = case.trial.success
    except (Refused, TryLater):
        seen_by_line = False
    return warning(found, "web.inside") if seen_by_line else wrong(found, "web.unreached")
