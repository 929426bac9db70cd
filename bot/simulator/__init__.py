"""A little LINE on one's own machine: Messaging API, signed webhooks, chat page. Imports nothing of ours."""

from bot.simulator.buttons import Button
from bot.simulator.faults import Fault
from bot.simulator.listener import Listener
from bot.simulator.people import (
    BOONMA,
    FATIMAH,
    NAEN,
    SOMCHAI,
    THONGSUK,
    VILLAGE,
    Cast,
    Group,
    Person,
    an_id,
    read_cast,
    villagers,
)
from bot.simulator.phone import Phone
from bot.simulator.server import create_simulator, furnish, serve_in_thread
from bot.simulator.simulator import Simulator
from bot.simulator.world import BOT_ID, BOT_NAME, Entry, World

__all__ = [
    "BOONMA",
    "BOT_ID",
    "BOT_NAME",
    "FATIMAH",
    "NAEN",
    "SOMCHAI",
    "THONGSUK",
    "VILLAGE",
    "Button",
    "Cast",
    "Entry",
    "Fault",
    "Group",
    "Listener",
    "Person",
    "Phone",
    "Simulator",
    "World",
    "an_id",
    "create_simulator",
    "furnish",
    "read_cast",
    "serve_in_thread",
    "villagers",
]
