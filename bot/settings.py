"""Every setting, read once from the environment and named once."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

DEFAULT_DATABASE = "sqlite:///var/forum.db"
LINE_API, LINE_DATA_API = "https://api.line.me", "https://api-data.line.me"
ORGANISATION = "สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)"
DATABASES = ("sqlite", "postgres", "postgresql", "postgresql+psycopg")


class WrongSetting(Exception):
    """A setting that is missing or makes no sense; names the variable."""

    def __init__(self, variable: str, why: str) -> None:
        super().__init__(f"{variable} {why}")
        self.variable = variable


@dataclass(frozen=True)
class Settings:
    secrets: tuple[str, ...]
    token: str
    api_url: str
    data_api_url: str
    database_url: str
    organisation: str
    contact: str  # a real channel must have one, and a secret key; `python -m bot doctor` says so
    public_url: str
    secret_key: str
    port: int

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> "Settings":
        port = _port(env)
        return cls(
            secrets=tuple(
                filter(None, (part.strip() for part in env.get("LINE_CHANNEL_SECRET", "").split(",")))
            ),
            token=env.get("LINE_CHANNEL_ACCESS_TOKEN", "").strip(),
            api_url=_web(env, "LINE_API_URL", LINE_API),
            data_api_url=_web(env, "LINE_DATA_API_URL", LINE_DATA_API),
            database_url=_database(env),
            organisation=env.get("ORG_NAME") or ORGANISATION,
            contact=env.get("ORG_CONTACT", ""),
            public_url=_web(env, "PUBLIC_URL", f"http://127.0.0.1:{port}"),
            secret_key=env.get("SECRET_KEY", ""),
            port=port,
        )

    def to_hear(self) -> "Settings":
        """These settings, if they suffice to hear LINE; else an error that names what is missing."""
        if not self.secrets:
            raise WrongSetting(
                "LINE_CHANNEL_SECRET", "is not set: LINE's events cannot be told from forged ones"
            )
        return self

    def to_speak(self) -> "Settings":
        if not self.token:
            raise WrongSetting("LINE_CHANNEL_ACCESS_TOKEN", "is not set: nothing can be sent")
        return self


def _port(env: Mapping[str, str]) -> int:
    given = env.get("PORT") or "8000"
    if not given.isdecimal() or not 0 < int(given) < 65536:
        raise WrongSetting("PORT", f"must be a number from 1 to 65535, not {given!r}")
    return int(given)


def _web(env: Mapping[str, str], name: str, default: str) -> str:
    given = (env.get(name) or default).rstrip("/")
    if not _is_address(given):
        raise WrongSetting(name, f"must be a web address such as {default}, not {given!r}")
    return given


def _is_address(given: str) -> bool:
    try:
        parts = urlsplit(given)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that do not close, a port beyond 65535
        return False


def _database(env: Mapping[str, str]) -> str:
    given = env.get("DATABASE_URL") or DEFAULT_DATABASE
    if given.partition(":")[0] not in DATABASES:
        raise WrongSetting(
            "DATABASE_URL", f"must begin with sqlite:/// or postgresql://, not {given.partition(':')[0]!r}"
        )
    return given
