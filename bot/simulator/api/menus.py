"""Rich menus: made, given a picture, shown to all or to some, named for tabs."""

from typing import Any

from flask import Response, request

from bot.simulator.api.common import Refusal, blueprint, checked, world
from bot.simulator.menus import MOST_MENUS, RichMenu, picture_problem

part = blueprint("menus")
Answer = dict[str, Any]


def _menu(menu_id: str, drawn: bool = False) -> RichMenu:
    menu = world().menus.all.get(menu_id)
    if menu is None:
        raise Refusal(404, "richmenu not found")
    if drawn and menu.picture is None:
        raise Refusal(400, "must upload richmenu image before applying it to user")
    return menu


@part.post("/v2/bot/richmenu")
def create() -> Answer:
    if len(world().menus.all) >= MOST_MENUS:
        raise Refusal(400, "The number of rich menus has reached its limit")
    return {"richMenuId": world().menus.create(checked("richmenu"))}


@part.post("/v2/bot/richmenu/validate")
def validate() -> Answer:
    checked("richmenu")
    return {}


@part.get("/v2/bot/richmenu/list")
def list_all() -> Answer:
    return {"richmenus": [menu.as_told() for menu in world().menus.all.values()]}


@part.get("/v2/bot/richmenu/<menu_id>")
def get(menu_id: str) -> Answer:
    return _menu(menu_id).as_told()


@part.delete("/v2/bot/richmenu/<menu_id>")
def delete(menu_id: str) -> Answer:
    _menu(menu_id)
    world().menus.delete(menu_id)
    return {}


@part.post("/v2/bot/richmenu/<menu_id>/content")
def draw(menu_id: str) -> Answer:
    menu = _menu(menu_id)
    if menu.picture is not None:
        raise Refusal(400, "An image has already been uploaded to the richmenu")
    data = request.get_data()
    problem = picture_problem(data, request.mimetype, menu.told["size"])
    if problem:
        raise Refusal(400, problem)
    menu.picture, menu.mime = data, request.mimetype
    return {}


@part.get("/v2/bot/richmenu/<menu_id>/content")
def picture(menu_id: str) -> Response:
    menu = _menu(menu_id)
    if menu.picture is None:
        raise Refusal(404, "Not found")
    return Response(menu.picture, mimetype=menu.mime)


@part.post("/v2/bot/user/all/richmenu/<menu_id>")
def set_default(menu_id: str) -> Answer:
    world().menus.default = _menu(menu_id, drawn=True).menu_id
    world().next_change()
    return {}


@part.get("/v2/bot/user/all/richmenu")
def get_default() -> Answer:
    if world().menus.default is None:
        raise Refusal(404, "no default richmenu")
    return {"richMenuId": world().menus.default}


@part.delete("/v2/bot/user/all/richmenu")
def unset_default() -> Answer:
    world().menus.default = None
    return {}


@part.post("/v2/bot/user/<user_id>/richmenu/<menu_id>")
def link(user_id: str, menu_id: str) -> Answer:
    menu = _menu(menu_id, drawn=True)
    if world().friend(user_id):
        world().menus.of_person[user_id] = menu.menu_id
    return {}


@part.get("/v2/bot/user/<user_id>/richmenu")
def linked(user_id: str) -> Answer:
    if user_id not in world().menus.of_person:
        raise Refusal(404, "the user has no richmenu")
    return {"richMenuId": world().menus.of_person[user_id]}


@part.delete("/v2/bot/user/<user_id>/richmenu")
def unlink(user_id: str) -> Answer:
    world().menus.of_person.pop(user_id, None)
    return {}


@part.post("/v2/bot/richmenu/bulk/link")
def bulk_link() -> tuple[Answer, int]:
    body = checked("bulk link")
    menu = _menu(body["richMenuId"], drawn=True)
    friends = [user_id for user_id in body["userIds"] if world().friend(user_id)]
    world().menus.of_person.update(dict.fromkeys(friends, menu.menu_id))
    return {}, 202


@part.post("/v2/bot/richmenu/bulk/unlink")
def bulk_unlink() -> tuple[Answer, int]:
    for user_id in checked("bulk unlink")["userIds"]:
        world().menus.of_person.pop(user_id, None)
    return {}, 202


@part.post("/v2/bot/richmenu/alias")
def create_alias() -> Answer:
    body = checked("alias")
    if body["richMenuAliasId"] in world().menus.aliases:
        raise Refusal(400, "conflict richmenu alias id")
    world().menus.aliases[body["richMenuAliasId"]] = _menu(body["richMenuId"], drawn=True).menu_id
    return {}


@part.get("/v2/bot/richmenu/alias/list")
def list_aliases() -> Answer:
    pairs = world().menus.aliases.items()
    return {"aliases": [{"richMenuAliasId": alias, "richMenuId": menu} for alias, menu in pairs]}


@part.route("/v2/bot/richmenu/alias/<alias>", methods=["GET", "POST", "DELETE"])
def one_alias(alias: str) -> Answer:
    aliases = world().menus.aliases
    if alias not in aliases:
        raise Refusal(404, "richmenu alias not found")
    if request.method == "POST":
        aliases[alias] = _menu(checked("alias change")["richMenuId"], drawn=True).menu_id
    elif request.method == "DELETE":
        del aliases[alias]
    else:
        return {"richMenuAliasId": alias, "richMenuId": aliases[alias]}
    return {}
