"""python -m bot.simulator: a little LINE with its chat page on this machine, until it is told to end."""

import argparse
import signal
import threading

from bot.simulator.people import read_cast
from bot.simulator.simulator import Simulator
from bot.simulator.timetravel import TimeTravel


def options() -> argparse.ArgumentParser:
    told = argparse.ArgumentParser(prog="python -m bot.simulator", description=__doc__)
    told.add_argument("--host", default="127.0.0.1")
    told.add_argument("--port", type=int, default=8001)
    told.add_argument("--webhook", default="http://127.0.0.1:8000/callback", help="where the bot listens")
    told.add_argument("--secret", default="secret", help="the channel secret, for signing")
    told.add_argument("--token", default="token", help="the channel access token the bot must bring")
    told.add_argument("--cast", help="JSON of people and groups")
    told.add_argument("--quota", type=int, help="messages a month; none if left out")
    told.add_argument("--redeliver", action="store_true", help="deliver a failed webhook once more")
    told.add_argument("--forums-command", help="prints the Forums as JSON lines")
    told.add_argument("--clock-command", help="moves the bot's clock to {at}")
    return told


def main() -> None:
    chosen = options().parse_args()
    over = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: over.set())
    line = Simulator(chosen.secret, chosen.token, cast=read_cast(chosen.cast) if chosen.cast else None)
    line.world.webhook_endpoint = chosen.webhook
    line.world.quota.limit = chosen.quota
    line.courier.redeliver_failed = chosen.redeliver
    line.app.extensions["line time travel"] = TimeTravel(chosen.forums_command, chosen.clock_command)
    url = line.start(chosen.port, chosen.host)
    print(f"Chat page: {url}/", flush=True)
    over.wait()
    line.stop()


if __name__ == "__main__":
    main()
