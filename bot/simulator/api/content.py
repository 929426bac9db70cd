"""Photos, voices and films people sent: their bytes, a preview, and whether they are ready."""

from flask import Response

from bot.simulator.api.common import Refusal, blueprint, world
from bot.simulator.contents import Content

part = blueprint("content")
NEEDS_TIME = ("audio", "video")


def _content(message_id: str) -> Content:
    known = world().contents.get(message_id)
    if known is None:
        raise Refusal(404, "Not found")
    if known.gone:
        raise Refusal(410, "Gone")
    return known


@part.get("/v2/bot/message/<message_id>/content")
def content(message_id: str) -> Response:
    with world().lock:
        known = _content(message_id)
        if known.getting_ready > 0:
            known.getting_ready -= 1
            return Response(status=202)
        return Response(known.data, mimetype=known.mime)


@part.get("/v2/bot/message/<message_id>/content/preview")
def preview(message_id: str) -> Response:
    known = _content(message_id)
    if known.kind not in ("image", "video"):
        raise Refusal(404, "Not found")
    return Response(known.preview(), mimetype="image/jpeg")


@part.get("/v2/bot/message/<message_id>/content/transcoding")
def transcoding(message_id: str) -> dict[str, str]:
    known = _content(message_id)
    if known.kind not in NEEDS_TIME:
        raise Refusal(400, "Not supported for this message")
    return {"status": "processing" if known.getting_ready else "succeeded"}
