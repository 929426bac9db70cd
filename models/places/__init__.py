"""Places of Thailand: codes and names, regions, pins, and the place a text names; pure.

Names: GeoThai, CC BY 4.0. Centres: computed from COD-AB of UN OCHA / Royal Thai Survey Department.
"""

from models.places.emergency import EmergencyNumber, emergency_numbers
from models.places.found import Found, PinPlace
from models.places.gazetteer import districts_in, exists, level, name, parent, tambons_in
from models.places.labels import formal_name, full_name, short_name, village_name
from models.places.pins import at_pin
from models.places.reading import in_text
from models.places.regions import (
    REGIONS,
    abbreviation,
    areas,
    formal_region_name,
    provinces_in,
    provinces_of_region,
    region_name,
    region_named,
    region_of,
)
from models.places.typed import search, warm

__all__ = [
    "REGIONS",
    "EmergencyNumber",
    "Found",
    "PinPlace",
    "abbreviation",
    "areas",
    "at_pin",
    "districts_in",
    "emergency_numbers",
    "exists",
    "formal_name",
    "formal_region_name",
    "full_name",
    "in_text",
    "level",
    "name",
    "parent",
    "provinces_in",
    "provinces_of_region",
    "region_name",
    "region_named",
    "region_of",
    "search",
    "short_name",
    "tambons_in",
    "village_name",
    "warm",
]
