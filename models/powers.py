"""What each role may see and do, within its scope: the whole table on one page."""

LEVELS = ("tambon", "district", "province", "region", "national")

# Every role and the level it usually answers for.
ROLES = {
    "leader": "tambon",
    "province": "province",
    "coordinator": "region",
    "delegate": "region",  # sent to the national Forum, two of each region
    "officer": "national",
    "partner": "national",
    "academic": "national",
    "admin": "national",
}

_NEAR = ("leader", "province", "coordinator")
_FAR = ("officer", "admin")

POWERS: dict[str, tuple[str, ...]] = {
    "answer_for": (*_NEAR, *_FAR),  # told of danger and of what is new; answers questions
    "see_reports": (*_NEAR, *_FAR),
    "see_names": _NEAR,  # of those who report; the centre sees counts
    "see_comers": (*_NEAR, *_FAR),  # who comes to a Forum
    "tie_groups": _NEAR,
    "plan_forums": ("coordinator", *_FAR),
    "call_emergency": ("coordinator", *_FAR),
    "name_delegates": ("coordinator",),
    "give_codes": ("province", "coordinator", *_FAR),
    "teach_words": ("province", "coordinator", *_FAR),  # what people call their troubles
    "hand_over": (*_NEAR, *_FAR),  # to a deputy
    "run_national": _FAR,  # what of the regions' troubles comes before the national Forum
    "speak_for_region": ("province", "coordinator", *_FAR),
    "check_answers": ("coordinator", *_FAR),  # of the national Forum, before they go to who reported
    "speak_for": _NEAR,  # people without a telephone
    "take_on": ("partner",),  # what is sent to an organisation
    "come_to_national": ("coordinator", "delegate", "officer", "partner", "academic", "admin"),
}

# Into which roles a code may bring somebody, by who gives it. Delegates are named by a talk of their own.
GIVES: dict[str, tuple[str, ...]] = {
    "province": ("leader", "partner"),
    "coordinator": ("leader", "province", "partner", "academic"),
    "officer": ("leader", "province", "coordinator", "partner", "academic"),
    "admin": tuple(role for role in ROLES if role != "delegate"),
}


def with_power(power: str) -> tuple[str, ...]:
    return POWERS[power]


def may_give(role: str) -> tuple[str, ...]:
    return GIVES.get(role, ())
