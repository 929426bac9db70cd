"""The photos, voices and files people sent, as the content API hands them out."""

import io
from dataclasses import dataclass

from PIL import Image

PREVIEW_SIDE = 240


@dataclass
class Content:
    data: bytes
    mime: str
    kind: str
    getting_ready: int = 0  # how many more times LINE says "not yet"
    gone: bool = False

    def preview(self) -> bytes:
        """A small JPEG; bytes that are no picture come back as they are."""
        try:
            with Image.open(io.BytesIO(self.data)) as picture:
                small = picture.convert("RGB")
        except OSError:
            return self.data
        small.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE))
        out = io.BytesIO()
        small.save(out, "JPEG")
        return out.getvalue()


def mime_of(data: bytes, otherwise: str) -> str:
    starts = {
        b"\xff\xd8": "image/jpeg",
        b"\x89PNG": "image/png",
        b"RIFF": "audio/wav",
        b"%PDF": "application/pdf",
    }
    return next((mime for start, mime in starts.items() if data.startswith(start)), otherwise)
