"""Tells which tambon a pin lies in, by the nearest centre and the address line that came with it."""

from models.places import address as address_line
from models.places.centres import nearest
from models.places.found import PinPlace

_SOUTH, _NORTH, _WEST, _EAST = 5.5, 20.6, 97.2, 105.8
_ABROAD_KM = 60.0
_LOOKED_AT = 24
_ADDRESS_MAY_BE_OFF_KM = 15.0  # large tambons' centres lie that much farther than their neighbours'
_NEAR_KM, _CLEARLY = 6.0, 1.8
_OTHERS = 5


def at_pin(lat: float, lon: float, address: str | None = None) -> PinPlace:
    """The tambon at a point; its code is None abroad or far out at sea."""
    near = nearest(lat, lon, _LOOKED_AT) if _in_the_box(lat, lon) else []
    if not near or near[0][0] > _ABROAD_KM or address_line.is_abroad(address or ""):
        return PinPlace(None, round(near[0][0], 1) if near else None)
    said = address_line.place_of(address) if address else None
    distance, code = _agreed(near, said)
    others = [other for _, other in near if other != code][:_OTHERS]
    return PinPlace(
        code, round(distance, 1), code == said or _is_clear(near, code), tuple(dict.fromkeys(others))
    )


def _in_the_box(lat: float, lon: float) -> bool:
    return _SOUTH <= lat <= _NORTH and _WEST <= lon <= _EAST


def _agreed(near: list[tuple[float, str]], said: str | None) -> tuple[float, str]:
    """The nearest centre that agrees with the address; the nearest of all when none does."""
    if said is None:
        return near[0]
    reach = near[0][0] + _ADDRESS_MAY_BE_OFF_KM
    for distance, code in near:
        if code.startswith(said) and distance <= reach:
            return distance, code
    if len(said) == 6:
        return (near[0][0], said) if near[0][1].startswith(said[:4]) else _agreed(near, said[:4])
    return near[0]


def _is_clear(near: list[tuple[float, str]], code: str) -> bool:
    """The point lies near this centre and much farther from the next."""
    (first, nearest_code), (second, _) = near[0], near[1] if len(near) > 1 else (_ABROAD_KM, "")
    return code == nearest_code and first <= _NEAR_KM and second >= first * _CLEARLY
