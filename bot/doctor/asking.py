"""Asking LINE: a question that it does not answer is a finding too."""

from collections.abc import Callable
from functools import wraps

from bot.doctor.case import Case
from bot.doctor.findings import Finding, said_by, warning, wrong
from bot.line.gateway import Refused, TryLater

Look = Callable[[Case], Finding]
BY_STATUS = {0: "line.unreached", 401: "token.unknown", 403: "line.forbidden"}


def asks_line(look: Look) -> Look:
    @wraps(look)
    def answered(case: Case) -> Finding:
        try:
            return look(case)
        except (Refused, TryLater) as error:
            return _unanswered(error)

    return answered


def _unanswered(error: Refused | TryLater) -> Finding:
    if error.status == 429:
        return warning(said_by(error), "line.too_often")
    return wrong(said_by(error), BY_STATUS.get(error.status, "line.failed"))
