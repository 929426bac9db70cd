"""A house for the doctor to look at, under a name that only this machine knows, with a certificate made for it."""

import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from tests.bot.doctor.clinic import NAME, Certificate, Clinic
from tests.house import TestClock

Issue = Callable[[int], Certificate]


@pytest.fixture(scope="session")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Issue:
    """A certificate of our own, good for so many days."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")

    def issued(days: int) -> Certificate:
        folder = tmp_path_factory.mktemp("certificate")
        shown, key = folder / "shown.pem", folder / "key.pem"
        command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
        command += ["-nodes", "-days", str(days), "-subj", f"/CN={NAME}", "-out", str(shown)]
        command += ["-keyout", str(key), "-addext", f"subjectAltName=DNS:{NAME}"]
        subprocess.run(command, check=True, capture_output=True)
        return shown, key

    return issued


@pytest.fixture(scope="session")
def long_lived(issue: Issue) -> Certificate:
    return issue(90)


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a name server would say, with no name server asked."""
    real = socket.getaddrinfo

    def known(host: Any, *more: Any, **how: Any) -> Any:
        if host not in (NAME, "127.0.0.1", "localhost", None):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return real("127.0.0.1" if host == NAME else host, *more, **how)

    monkeypatch.setattr(socket, "getaddrinfo", known)
    for proxy in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(proxy, raising=False)


@pytest.fixture
def open_clinic(
    engine: Engine, database_url: str, time: TestClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Certificate], Clinic]]:
    opened: list[Clinic] = []

    def opening(certificate: Certificate) -> Clinic:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
        opened.append(Clinic(engine, database_url, time, certificate))
        opened[-1].settle_in()
        return opened[-1]

    yield opening
    for clinic in opened:
        clinic.stop()


@pytest.fixture
def clinic(open_clinic: Callable[[Certificate], Clinic], long_lived: Certificate) -> Clinic:
    return open_clinic(long_lived)


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    return tmp_path / "nowhere"
