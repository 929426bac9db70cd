"""The webhook side by side: what a server takes at most, how long an answer takes, and what is kept."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median

from bot.commands.running import THREADS
from tests.bench import keeping, servers, store
from tests.bench.events import Requests, event_id
from tests.bench.load import Load, Result
from tests.bench.servers import Command

REPETITIONS = 3
WARM_UP = 0.4  # seconds
PART = 0.7  # of its own maximum
BUSY = 0.9  # share of its core at which the load, not the server, may be the limit


@dataclass
class Row:
    """One server, and what it did in each repetition."""

    name: str
    server: servers.Server
    url: str | None = None  # of the database that must hold what was acknowledged
    full: list[Result] = field(default_factory=list)
    part: list[Result] = field(default_factory=list)
    acked: list[str] = field(default_factory=list)
    kept: str = ""
    run: int = 0

    def measure(self, seconds: float) -> None:
        guess = self._load(WARM_UP, None, 16000)
        self.full.append(self._load(seconds, None, int(guess.rate * seconds * 2) + 500))
        rate = max(1.0, self.full[-1].rate * PART)
        self.part.append(self._load(seconds, rate, int(rate * seconds) + 500))

    def _load(self, seconds: float, rate: float | None, how_many: int) -> Result:
        self.run += 1
        requests = Requests(f"R{self.run:03d}")
        requests.build(how_many)
        result = Load(self.server.port, requests, rate).run(seconds)
        self.acked += [event_id(f"R{self.run:03d}", number) for number in result.acked]
        return result

    def figures(self) -> list[float]:
        """Events a second; p50 and p99 at full load; p99 at a part of it."""
        return [
            median(one.rate for one in self.full),
            median(one.wait(0.5) for one in self.full),
            median(one.wait(0.99) for one in self.full),
            median(one.wait(0.99) for one in self.part),
        ]

    def notes(self) -> str:
        refused = sum(one.refused for one in self.full + self.part)
        found = [self.kept] if self.kept else []
        found += [f"{refused} refused"] if refused else []
        if median(one.busy for one in self.full) > BUSY:
            found.append("the load is the limit")
        return ", ".join(found)


def rows_for(stack: ExitStack) -> list[Row]:
    stand_ins = {pause: stack.enter_context(servers.stand_in(pause)).url for pause in (0, 150)}
    bare, echo = "tests.bench.bare:app", "tests.bench.echo:app"
    rows: list[tuple[str, Command, str, dict[str, str]]] = [
        ("(a) bare Flask, gunicorn gthread 8", servers.gunicorn, bare, {}),
        (
            "(b) echo example of the SDK, LINE at 0 ms, gthread 8",
            servers.gunicorn,
            echo,
            {"LINE_API_URL": stand_ins[0]},
        ),
        (
            "(b) echo example of the SDK, LINE at 150 ms, gthread 8",
            servers.gunicorn,
            echo,
            {"LINE_API_URL": stand_ins[150]},
        ),
        (f"(c) bare Flask, granian {THREADS}", servers.granian, bare, {}),
    ]
    for kind in store.KINDS:
        url = stack.enter_context(store.empty(kind, "ingest"))
        rows.append((f"(d) ours, kept in {kind}", servers.ours, "", {"DATABASE_URL": url}))
    return [
        Row(name, stack.enter_context(servers.started(command, app, env)), env.get("DATABASE_URL"))
        for name, command, app, env in rows
    ]


def measure(seconds: float) -> list[Row]:
    """All servers run all the time; they are asked one after the other, again and again."""
    with ExitStack() as stack:
        rows = rows_for(stack)
        for _ in range(REPETITIONS):
            for row in rows:
                row.measure(seconds)
        for row in rows:
            if row.url:
                row.kept = keeping.compared(row.acked, store.event_ids(row.url))
    return rows
