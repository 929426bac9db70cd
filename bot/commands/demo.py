"""The demo: everything on this machine, with the simulator in place of LINE."""

import os
import shlex
import sys
import urllib.error
import urllib.request
from pathlib import Path

from bot.commands.common import open_database
from bot.commands.seeding import seed_demo
from bot.processes import Tree, free_port
from bot.settings import Settings

SECRET, TOKEN = "demo-secret", "demo-token"
DATABASE = "sqlite:///var/demo.db"
CAST = Path(__file__).with_name("demo_cast.json")


def demo(env: dict[str, str]) -> int:
    port = free_port(int(env.get("PORT") or 8000))
    page = free_port(port + 1)
    os.environ.update(_environment(env, port, page))
    settings = Settings.from_env(os.environ)
    seed_demo(open_database(settings))
    me = [sys.executable, "-m"]
    tree = Tree(
        {
            "simulator": [*me, "bot.simulator", *_simulator(port, page)],
            "web": [*me, "bot", "web"],
            "work": [*me, "bot", "work", "--clock"],
        },
        ready=lambda: _announce(port, page),
    )
    return tree.run()


def _environment(env: dict[str, str], port: int, page: int) -> dict[str, str]:
    here = f"http://127.0.0.1:{page}"
    return {
        "LINE_CHANNEL_SECRET": SECRET,
        "LINE_CHANNEL_ACCESS_TOKEN": TOKEN,
        "LINE_API_URL": here,
        "LINE_DATA_API_URL": here,
        "DATABASE_URL": env.get("DATABASE_URL") or DATABASE,
        "SECRET_KEY": env.get("SECRET_KEY") or "demo",
        "PORT": str(port),
    }


def _simulator(port: int, page: int) -> list[str]:
    python = shlex.quote(sys.executable)
    return [
        *("--port", str(page)),
        *("--webhook", f"http://127.0.0.1:{port}/callback"),
        *("--secret", SECRET),
        *("--token", TOKEN),
        *("--cast", str(CAST)),
        *("--forums-command", f"{python} -m bot forums --json"),
        *("--clock-command", f"{python} -m scheduler --at {{at}}"),
    ]


def _announce(port: int, page: int) -> bool:
    """Once both servers answer, say where to look."""
    for address in (f"http://127.0.0.1:{port}/readyz", f"http://127.0.0.1:{page}/"):
        try:
            with urllib.request.urlopen(address, timeout=2):
                pass
        except (urllib.error.URLError, OSError):
            return False
    print(f"\nเปิดหน้าแชตได้ที่  http://127.0.0.1:{page}/\n(หยุด: Ctrl+C)\n", flush=True)
    return True
