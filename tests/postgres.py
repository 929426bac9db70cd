"""A PostgreSQL of our own for the suite: `python -m tests.postgres start` prints how to reach it."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bot.processes import free_port


def programs() -> Path:
    """Where initdb and pg_ctl are: on the path, or in Debian's folder."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not folders:
        sys.exit("PostgreSQL's programs are not installed")
    return folders[-1]


def as_owner(*command: str) -> None:
    """PostgreSQL does not run as root: there it runs as the user Debian made for it."""
    prefix = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    subprocess.run(
        [*prefix, *command], check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd="/"
    )


def start() -> None:
    folder, port = Path(tempfile.mkdtemp(prefix="forum-postgres-")), free_port(15432)
    if os.getuid() == 0:
        shutil.chown(folder, "postgres")
    data, bin_ = folder / "data", programs()
    as_owner(
        str(bin_ / "initdb"), "-D", str(data), "-U", "forum", "--auth=trust", "--encoding=UTF8", "--locale=C"
    )
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    as_owner(str(bin_ / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
    print(f"export TEST_DATABASE_URL=postgresql://forum@127.0.0.1:{port}/postgres POSTGRES_AT={folder}")


def stop(folder: str) -> None:
    as_owner(str(programs() / "pg_ctl"), "-D", f"{folder}/data", "-m", "immediate", "stop")
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    stop(sys.argv[2]) if sys.argv[1] == "stop" else start()
