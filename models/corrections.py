"""What people set right of the machine's topics: texts to learn from, with what could name a person masked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.reports import Report, ReportTopic

_MASKS = (
    (re.compile(r"0\d[\d -]{7,11}"), "<PHONE>"),
    (re.compile(r"\d-?\d{4}-?\d{5}-?\d{2}-?\d"), "<ID>"),
    (re.compile(r"(?:บ้านเลขที่|เลขที่)\s*[\d/]+"), "<ADDR>"),
    (re.compile(r"-?\d{1,3}\.\d{4,}"), "<PIN>"),
    (re.compile(r"https?://\S+"), "<URL>"),
    (re.compile(r"(นาย|นางสาว|นาง|น\.ส\.|ด\.ช\.|ด\.ญ\.|คุณ)\s?(?!ภาพ|หมอ|ครู)[ก-๛]{2,}"), r"\1<NAME>"),
)


def proposed(db: Session) -> Iterator[dict[str, Any]]:
    """A line for each report whose topics were given by hand, as models/topics/learning/texts has them.

    `said` is what the machine had said. Somebody should read a line before it is learnt from.
    """
    by_hand = select(ReportTopic.report_id).where(ReportTopic.by == "human")
    for report in db.scalars(select(Report).where(Report.id.in_(by_hand)).order_by(Report.id)):
        text = masked(" ".join(report.story.split()))
        if text:
            yield {
                "text": text,
                "labels": _codes(report, "human"),
                "also_ok": [],
                "urgency": "chronic" if report.urgency == "none" else report.urgency,
                "intent": "report",
                "variety": "c",
                "said": _codes(report, "machine"),
            }


def masked(text: str) -> str:
    """Without telephone and identity numbers, house numbers, coordinates, links and names that follow a title."""
    for pattern, mask in _MASKS:
        text = pattern.sub(mask, text)
    return text


def _codes(report: Report, by: str) -> list[str]:
    return sorted(row.code for row in report.topics if row.by == by)
