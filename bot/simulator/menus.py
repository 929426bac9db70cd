"""Rich menus: their pictures, the default, who has which, and the names tabs use."""

import io
import uuid
from dataclasses import dataclass
from typing import Any

from PIL import Image

MOST_MENUS, MOST_BYTES = 1000, 1024 * 1024


@dataclass
class RichMenu:
    menu_id: str
    told: dict[str, Any]
    picture: bytes | None = None
    mime: str = ""

    def as_told(self) -> dict[str, Any]:
        return {"richMenuId": self.menu_id, **self.told}


class RichMenus:
    def __init__(self) -> None:
        self.all: dict[str, RichMenu] = {}
        self.default: str | None = None
        self.of_person: dict[str, str] = {}
        self.aliases: dict[str, str] = {}

    def create(self, told: dict[str, Any]) -> str:
        menu_id = f"richmenu-{uuid.uuid4().hex}"
        self.all[menu_id] = RichMenu(menu_id, told)
        return menu_id

    def delete(self, menu_id: str) -> None:
        del self.all[menu_id]
        self.of_person = {who: which for who, which in self.of_person.items() if which != menu_id}
        if self.default == menu_id:
            self.default = None

    def seen_by(self, user_id: str) -> RichMenu | None:
        """A person's own menu goes before the default."""
        which = self.of_person.get(user_id) or self.default
        return self.all.get(which) if which else None


def picture_problem(data: bytes, mime: str, size: dict[str, int]) -> str | None:
    """Why LINE would not take this picture for a menu of this size."""
    if mime not in ("image/jpeg", "image/png"):
        return "The content type must be image/jpeg or image/png"
    if len(data) > MOST_BYTES:
        return "The image must be at most 1 MB"
    try:
        with Image.open(io.BytesIO(data)) as picture:
            width, height = picture.size
    except OSError:
        return "The image can't be read"
    if not 800 <= width <= 2500 or height < 250 or width / height < 1.45:
        return "The image size is invalid"
    if (width, height) != (size["width"], size["height"]):
        return "The image and the rich menu differ in size"
    return None
