"""/privacy: who keeps what, why, how long, and how to leave. Every period is the one the code keeps."""

from flask import Blueprint

from bot.pages.common import page
from bot.settings import Settings
from models import consents, links
from models.post import drafts, inbox

PARTS = ("kept", "purpose", "basis", "seen_by", "danger", "period", "rights")


def pages(settings: Settings) -> Blueprint:
    part = Blueprint("privacy", __name__, template_folder="templates")

    @part.get("/privacy")
    def privacy() -> str:
        return page(
            "privacy.html",
            organisation=settings.organisation,
            contact=settings.contact,
            edition=consents.WORDING,
            parts=PARTS,
            values=periods(),
        )

    return part


def periods() -> dict[str, int]:
    """Days, and hours, after which something leaves by itself."""
    return {
        "silence_days": consents.SILENCE_IS_NO.days,
        "payload_days": inbox.KEEP_PAYLOAD.days,
        "link_hours": int(links.GOOD_FOR.total_seconds() // 3600),
        "draft_days": drafts.KEEP.days,
    }
