"""The webhook: where LINE sends what people say, whether it does, and how LINE's own test call goes."""

from bot.doctor.asking import asks_line
from bot.doctor.case import Case
from bot.doctor.findings import Finding, ok, skipped, wrong
from bot.line.gateway import Refused, Trial

BY_REASON = {"COULD_NOT_CONNECT": "unreached", "REQUEST_TIMEOUT": "slow"}
BY_STATUS = {401: "secret", 502: "asleep", 503: "asleep", 504: "asleep"}
BY_HUNDREDS = {3: "redirect", 4: "elsewhere", 5: "failing"}


@asks_line
def endpoint(case: Case) -> Finding:
    told = case.webhook
    if told is None:
        return wrong("none is set", "webhook.none", callback=case.callback)
    if told.endpoint != case.callback:
        return wrong(f"{told.endpoint} is set", "webhook.elsewhere", callback=case.callback)
    return ok(told.endpoint)


@asks_line
def switch(case: Case) -> Finding:
    if case.webhook is None:
        return skipped("not before a webhook URL is set")
    return ok("on") if case.webhook.active else wrong("off", "webhook.off")


@asks_line
def trial(case: Case) -> Finding:
    try:
        told = case.trial
    except Refused as refused:
        if refused.status != 400:
            raise
        return wrong(f"LINE will not call {case.callback}: {refused}", "trial.name")
    if told.success:
        return ok(f"LINE called {case.callback} and was answered with {told.status}")
    return wrong(f"{told.reason}, {told.detail}", f"trial.{_trouble(told)}")


def _trouble(told: Trial) -> str:
    if told.reason == "COULD_NOT_CONNECT" and "TLS" in told.detail:
        return "tls"
    if told.reason == "ERROR_STATUS_CODE":
        return BY_STATUS.get(told.status) or BY_HUNDREDS.get(told.status // 100, "unclear")
    return BY_REASON.get(told.reason, "unclear")
