"""The channel as LINE tells of it: the token, how answers are made, the clock, the quota, the menu."""

from datetime import timedelta

from bot.doctor.asking import asks_line
from bot.doctor.case import Case
from bot.doctor.findings import Finding, ok, skipped, warning, wrong
from bot.line import richmenu
from models.post.menus import MOST_HAVE

MOST_OFF = timedelta(seconds=30)  # reply tokens live a minute
LITTLE_LEFT = 0.1


@asks_line
def token(case: Case) -> Finding:
    if not case.settings.token:
        return wrong("LINE_CHANNEL_ACCESS_TOKEN is not set", "token.missing")
    return ok(f"{case.channel.name} ({case.channel.basic_id})")


@asks_line
def chat_mode(case: Case) -> Finding:
    found = f'chat mode "{case.channel.chat_mode}", read marks "{case.channel.mark_as_read}"'
    if case.channel.chat_mode != "bot":
        return wrong(f"{found}: answers are typed by people", "channel.chat")
    return ok(found)


@asks_line
def machine_clock(case: Case) -> Finding:
    off = case.clock_is_off
    if off is None:
        return skipped("LINE's answer bore no date")
    seconds = round(off.total_seconds())
    found = f"{abs(seconds)} s {'ahead of' if seconds > 0 else 'behind'} LINE's"
    return wrong(found, "machine.clock") if abs(off) > MOST_OFF else ok(found)


@asks_line
def quota(case: Case) -> Finding:
    limit, used = case.gateway.quota()
    if limit is None:
        return ok(f"no limit; {used} used this month")
    left = max(0, limit - used)
    found = f"{left} of {limit} this month, {used} used"
    if not left:
        return wrong(found, "channel.quota_gone")
    return warning(found, "channel.quota_low") if left <= limit * LITTLE_LEFT else ok(found)


@asks_line
def menu(case: Case) -> Finding:
    """Whether ours is shown. One made in the Official Account Manager is not seen by programs."""
    standing, shown = case.gateway.menus(), case.gateway.menu_of_all()
    name, wanted = standing.get(shown or ""), {one: richmenu.told(one)["name"] for one in richmenu.EVERY}
    missing = ["-".join(one) for one in wanted if wanted[one] not in standing.values()]
    if name is None:
        return warning("none is shown", "channel.menu")
    if name != wanted[MOST_HAVE]:
        whose = "an older one of ours" if name.startswith(richmenu.OURS) else f"another, {name!r},"
        return warning(f"{whose} is shown", "channel.menu")
    if missing:
        return warning(f"ours is shown; these are missing: {', '.join(missing)}", "channel.menu")
    return ok(f"ours is shown; all {len(wanted)} stand")
