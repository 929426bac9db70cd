"""How fast texts are understood, and how long the worst of 5,000 letters takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from models import places, topics
from models.thai.dates import read_date
from models.topics.learning import sentences

LONGEST = 5000  # letters, as LINE takes them
PIECES = ("น้ำท่วม", "ม", "1-", "ถึง", "วันที่ ", "ต.ในเมือง อ.เมือง ", "จันทร์ถึงศุกร์ 9 โมงถึงเที่ยง ", "กำ้")
_REF = datetime(2026, 8, 1, tzinfo=UTC)


def loading() -> str:
    start = time.perf_counter()
    topics.warm()
    return f"{time.perf_counter() - start:.2f} s to load what topics need"


def topics_read() -> str:
    texts = [line["text"] for line in sentences.messages() if sentences.is_held(line["text"])]
    seconds = _seconds(texts, topics.read)
    mean = sum(map(len, texts)) / len(texts)
    return f"{len(texts) / seconds:,.0f} messages/s of {mean:.0f} letters on one core"


def worst() -> str:
    places.warm()
    longest = [(piece * LONGEST)[:LONGEST] for piece in PIECES]
    slowest = max(
        _seconds([text], reads)
        for text in longest
        for reads in (topics.read, places.in_text, lambda text: read_date(text, _REF))
    )
    return f"{slowest * 1000:.0f} ms for the worst of {LONGEST:,} letters"


def _seconds(texts: Iterable[str], reads: Callable[[str], object]) -> float:
    start = time.perf_counter()
    for text in texts:
        reads(text)
    return time.perf_counter() - start
