"""LINE's own counting: UTF-16 units for texts, grapheme clusters for labels."""

import regex

TEXT, ALT_TEXT, LABEL, CHAT_BAR = 5000, 400, 20, 14
CHOICES_IN_A_CARD, QUICK_REPLIES, MESSAGES_A_CALL = 5, 13, 5
CLUSTER = regex.compile(r"\X")


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def clusters(text: str) -> int:
    return len(CLUSTER.findall(text))


def fit_text(text: str, limit: int = TEXT) -> str:
    """At most `limit` UTF-16 units, cut between letters as a reader sees them."""
    if units(text) <= limit:
        return text
    kept, used = [], 1
    for cluster in CLUSTER.findall(text):
        used += units(cluster)
        if used > limit:
            break
        kept.append(cluster)
    return "".join(kept) + "…"


def fit_label(label: str, limit: int = LABEL) -> str:
    letters = CLUSTER.findall(label)
    return label if len(letters) <= limit else "".join(letters[: limit - 1]) + "…"
