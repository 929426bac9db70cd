"""The settings: whether they can be read, and whether they suit a real channel."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.doctor.case import Case
from bot.doctor.findings import Finding, ok, warning, wrong
from bot.settings import LINE_API, LINE_DATA_API

SECRET = re.compile("[0-9a-f]{32}")
MOST_SECRETS = 2  # the old and the new one, while it is being changed
SHORTEST_KEY = 32
LOCAL_ENDINGS = (".localhost", ".local", ".internal", ".lan")


def readable(case: Case) -> Finding:
    if case.unreadable:
        return wrong("; ".join(case.unreadable.values()), "settings.unreadable")
    return ok("every variable can be read")


def line(case: Case) -> Finding:
    given = (case.settings.api_url, case.settings.data_api_url)
    if given == (LINE_API, LINE_DATA_API):
        return ok("LINE's own")
    return warning(f"not LINE's own: {', '.join(dict.fromkeys(given))}", "settings.stand_in")


def secret(case: Case) -> Finding:
    given = case.settings.secrets
    if not given:
        return wrong("LINE_CHANNEL_SECRET is not set", "secret.missing")
    if len(given) > MOST_SECRETS or not all(SECRET.fullmatch(one) for one in given):
        return wrong("LINE_CHANNEL_SECRET has not the shape of a channel secret", "secret.shape")
    return ok("has its 32 characters" if len(given) == 1 else "two, while it is being changed")


def secret_key(case: Case) -> Finding:
    length = len(case.settings.secret_key)
    if length < SHORTEST_KEY:
        found = f"SECRET_KEY has only {length} characters" if length else "SECRET_KEY is not set"
        return wrong(found, "secret.key", length=SHORTEST_KEY)
    return ok("SECRET_KEY is long enough")


def contact(case: Case) -> Finding:
    if not case.settings.contact.strip():
        return wrong("ORG_CONTACT is not set", "settings.contact")
    return ok(f"{case.settings.organisation}, {case.settings.contact}")


def public(case: Case) -> Finding:
    address = case.settings.public_url
    if _is_local(urlsplit(address).hostname or ""):
        return wrong(f"{address} is known to this machine alone", "address.local")
    if urlsplit(address).scheme != "https":
        return wrong(f"{address} does not begin with https://", "address.http")
    return ok(address)


def _is_local(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return f".{host}".endswith(LOCAL_ENDINGS) or "." not in host
