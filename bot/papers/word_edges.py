"""Where a line may end. Thai has no blanks between words: a dictionary cuts it, and names of places stay whole."""

import regex

_RUNS = regex.compile(r"[ ]+|[^ ]+")
_NAME = regex.compile(r"(?:ตำบล|อำเภอ|จังหวัด|แขวง|เขต|\(?(?:นายแพทย์|นาย|นางสาว|นาง))\S{1,20}")
_LEADS = ("โครง", "ภาค", "จังหวัด", "อำเภอ", "ตำบล")
_NTH = ("เรื่อง", "ครั้ง", "หมู่", "วาระ")  # before ที่ and a number
_DAY = regex.compile(r"(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)(?:ที่)?")
_THAI = regex.compile(r"[ก-๛]")
_NEVER_FIRST = regex.compile(r"[\p{M}ๆฯ%\p{Pe}\p{Pf}.,:;!?\-/–…\u00a0]|[ะาำๅ]|ที่\u00a0")
_NEVER_LAST = regex.compile(r"[\p{Ps}\p{Pi}\-/–\u00a0]|[เ-ไ]")


def pieces(line: str) -> list[str]:
    """The line in pieces that are not to be broken; blanks are pieces of their own."""
    return [piece for run in _RUNS.findall(line) for piece in _cut(run)]


def _cut(run: str) -> list[str]:
    if not _THAI.search(run) or _NAME.fullmatch(run):
        return [run]
    from pythainlp.tokenize import word_tokenize  # imported late: its dictionary costs half a second

    glued: list[str] = []
    for word in word_tokenize(run, engine="nlpo3"):
        if glued and _belong(glued[-1], word):
            glued[-1] += word
        else:
            glued.append(word)
    return glued


def _belong(before: str, word: str) -> bool:
    """ภาค and what it is called, วัน and which it is, a bracket and what stands in it."""
    if _NEVER_FIRST.match(word) or _NEVER_LAST.match(before[-1]) or before in _LEADS:
        return True
    bare = word.split("\u00a0")[0]
    return bool(_DAY.fullmatch(before + bare)) or (bare == "ที่" and before.endswith(_NTH))
