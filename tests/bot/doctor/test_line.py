"""What can be wrong with the channel: each is made so at the LINE that is played, and found with its advice."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.doctor.findings import OK, SKIPPED, WARNING, WRONG
from bot.line import richmenu
from models.post.menus import MOST_HAVE
from tests.bot.doctor.clinic import Clinic

Break = Callable[[Clinic], Any]


def _set(clinic: Clinic, **values: Any) -> None:
    for name, value in values.items():
        setattr(clinic.line.world, name, value)


def _limit(clinic: Clinic, limit: int, used: int) -> None:
    clinic.line.world.quota.limit, clinic.line.world.quota.used = limit, used


def _clock(clinic: Clinic, seconds: float) -> None:
    """LINE's clock goes so many seconds before ours."""
    _set(clinic, now=lambda: clinic.time.moment.timestamp() + seconds)


def _other_menu(clinic: Clinic, name: str) -> None:
    clinic.hang_menus()
    menus = clinic.line.world.menus
    menus.default = menus.create({**richmenu.told(MOST_HAVE), "name": name})


def _drop_menu(clinic: Clinic, name: str) -> None:
    clinic.hang_menus()
    menus = clinic.line.world.menus
    menus.delete(next(menu_id for menu_id, menu in menus.all.items() if name in menu.told["name"]))


@pytest.mark.parametrize(
    ("breaks", "check", "state", "found", "advice"),
    [
        (lambda it: it.env.update(LINE_CHANNEL_ACCESS_TOKEN=""), "token", WRONG, "is not set", "issue one"),
        (
            lambda it: it.env.update(LINE_CHANNEL_ACCESS_TOKEN="another"),
            "token",
            WRONG,
            "LINE does not know our token",
            "Channel access token: issue one",
        ),
        (
            lambda it: it.env.update(LINE_API_URL="http://127.0.0.1:1"),
            "token",
            WRONG,
            "LINE was not reached",
            "outgoing HTTPS (port 443) to api.line.me",
        ),
        (lambda it: it.line.world.fail_next(403), "token", WRONG, "refused with 403", "Security"),
        (lambda it: it.line.world.fail_next(500), "token", WRONG, "failed with 500", "Wait some minutes"),
        (lambda it: it.line.world.drop_next(), "token", WRONG, "LINE was not reached", "does not reach LINE"),
        (
            lambda it: _set(it, chat_mode="chat"),
            "chat mode",
            WRONG,
            'chat mode "chat", read marks "manual"',
            "Response settings: switch Chat off",
        ),
        (lambda it: _clock(it, 61), "machine clock", WRONG, "s behind LINE's", "timedatectl set-ntp true"),
        (lambda it: _clock(it, -61), "machine clock", WRONG, "s ahead of LINE's", "timedatectl set-ntp true"),
        (lambda it: _limit(it, 500, 450), "messages left", WARNING, "50 of 500", "larger monthly plan"),
        (lambda it: _limit(it, 500, 500), "messages left", WRONG, "0 of 500", "until next month"),
        (
            lambda it: it.line.world.menus.all.clear(),
            "menu",
            WARNING,
            "none is shown",
            "The worker draws it",
        ),
        (lambda it: _other_menu(it, "forum-old"), "menu", WARNING, "an older one of ours", "worker draws"),
        (lambda it: _other_menu(it, "by hand"), "menu", WARNING, "another, 'by hand', is shown", "worker"),
        (lambda it: _drop_menu(it, "duty-th"), "menu", WARNING, "are missing: duty-th", "worker draws it"),
        (
            lambda it: _set(it, webhook_endpoint=""),
            "webhook URL",
            WRONG,
            "none is set",
            "Messaging API > Webhook URL > Edit: https://forum.example.org:",
        ),
        (
            lambda it: _set(it, webhook_endpoint="https://old.example.org/callback"),
            "webhook URL",
            WRONG,
            "https://old.example.org/callback is set",
            "Edit: https://forum.example.org:",
        ),
        (
            lambda it: _set(it, webhook_active=False),
            "webhook switch",
            WRONG,
            "off",
            'switch "Use webhook" on',
        ),
    ],
)
def test_what_is_wrong_is_found_with_what_to_do(
    clinic: Clinic, breaks: Break, check: str, state: str, found: str, advice: str
) -> None:
    breaks(clinic)
    finding = clinic.finds(check)
    assert finding.state == state
    assert found in finding.found
    assert advice in " ".join(finding.advice)


@pytest.mark.parametrize(
    ("breaks", "check", "found"),
    [
        (lambda it: _clock(it, 29), "machine clock", "behind LINE's"),
        (lambda it: _limit(it, 500, 449), "messages left", "51 of 500 this month, 449 used"),
        (lambda it: _limit(it, 0, 0), "token", "เวทีชุมชน (@216ru)"),
    ],
)
def test_what_is_near_to_wrong_is_still_well(clinic: Clinic, breaks: Break, check: str, found: str) -> None:
    breaks(clinic)
    assert clinic.finds(check).state == OK
    assert found in clinic.finds(check).found


def test_with_a_wrong_token_nothing_is_claimed_of_the_channel_and_the_rest_is_looked_at(
    clinic: Clinic,
) -> None:
    clinic.line.world.faults.token_expired = True
    looked_at = clinic.looked_at()
    unasked = {name for name, finding in looked_at.items() if finding.state == SKIPPED}
    assert unasked == {
        "chat mode",
        "machine clock",
        "messages left",
        "menu",
        "webhook URL",
        "webhook switch",
        "LINE's test call",
    }
    assert {finding.found for name, finding in looked_at.items() if name in unasked} == {
        "not before this is well: token"
    }
    assert looked_at["web server"].state == looked_at["database"].state == OK


def test_without_a_webhook_url_its_switch_is_not_looked_at(clinic: Clinic) -> None:
    clinic.line.world.webhook_endpoint = ""
    assert clinic.finds("webhook switch").state == SKIPPED
    assert clinic.finds("LINE's test call").state == OK, "the address can be tried before it is set"


def test_an_answer_of_lines_that_nobody_knows_yet_is_a_finding(clinic: Clinic) -> None:
    clinic.line.world.chat_mode = "telepathy"
    finding = clinic.finds("token")
    assert (finding.state, "could not be looked at" in finding.found) == (WRONG, True)
    assert clinic.finds("web server").state == OK
