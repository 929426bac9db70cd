"""Whether all that was acknowledged is there: after a run, and after a kill -9 in the middle of one."""

import threading
from collections.abc import Collection

from tests.bench import servers, store
from tests.bench.events import Requests, event_id
from tests.bench.load import Load

MANY = 30000  # more than are taken before the kill


def compared(acked: Collection[str], stored: Collection[str]) -> str:
    lost = set(acked) - set(stored)
    return f"{len(acked)} acknowledged, {len(stored)} stored, {len(lost)} lost"


def kill(kind: str, after: float) -> str:
    """kill -9 the server under full load; what it had acknowledged must be stored."""
    with store.empty(kind, "kill") as url:
        with servers.started(servers.ours, "", {"DATABASE_URL": url}) as server:
            requests = Requests("KILL")
            requests.build(MANY)
            threading.Timer(after, server.kill).start()
            result = Load(server.port, requests).run(after + 5)
        acked = [event_id("KILL", number) for number in result.acked]
        return compared(acked, store.event_ids(url))
