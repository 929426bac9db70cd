"""The people behind it: who answers for each region, and where its Forum meets."""

from sqlalchemy import select

from bot.doctor.case import Case
from bot.doctor.findings import Finding, ok, warning, wrong
from models import places, roles
from models.forums import forum as forums
from models.forums.forum import Rule


def people_on_duty(case: Case) -> Finding:
    """A report that nobody reads is a letter to nobody."""
    with case.looking() as db:
        regions = [region for region in places.REGIONS if roles.reached_at(db, region)]
        centre = bool(roles.reached_at(db, roles.NATIONAL))
    missing = [region for region in places.REGIONS if region not in regions]
    if missing and not centre:
        found = f"nobody in {', '.join(missing)}, nor in the national office"
        return wrong(found, "duty.nobody", region=missing[0])
    if missing:
        found = f"only the national office for {', '.join(missing)}"
        return warning(found, "duty.region", region=missing[0])
    if not centre:
        return warning("in every region, but nobody in the national office", "duty.national")
    return ok("in every region and in the national office")


def forum_places(case: Case) -> Finding:
    with case.looking() as db:
        usual = set(db.scalars(select(Rule.region).where(Rule.place.is_not(None))))
        coming = {region: forums.next_in(db, region) for region in places.REGIONS}
    missing = {
        region: forum.number if forum else "not planned yet"
        for region, forum in coming.items()
        if region not in usual and not (forum and forum.place)
    }
    if missing:
        listed = ", ".join(f"{region} ({number})" for region, number in missing.items())
        return warning(f"none for {listed}", "duty.place")
    return ok("every region's next Forum has one")
