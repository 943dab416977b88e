"""Settings, read from the environment: the only module that looks there."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from bot.errors import SettingError

PACKAGED_DATA = Path(__file__).parent / "_data"
CHECKOUT_DATA = Path(__file__).parent.parent / "data"
HEALTH_HOST, HEALTH_PORT = "127.0.0.1", "8080"
PORT_LAST = 65_535
LEDGER = "ledger.sqlite"


@dataclass(frozen=True)
class Address:
    """Where a page is served; port 0 takes any that is free."""

    host: str
    port: int


@dataclass(frozen=True)
class Settings:
    """Where the data is, where state may be written, and how Discord is reached. None where nothing was set."""

    data: Path
    var: Path
    discord_token: str | None = field(default=None, repr=False)
    discord_api: str | None = None
    discord_gateway: str | None = None
    health_host: str | None = None
    health_port: str | None = None
    database: str | None = field(default=None, repr=False)

    def token(self) -> str:
        """The bot's token; raises SettingError without one, or with one that cannot be one."""
        token = (self.discord_token or "").strip()
        if not token:
            raise SettingError(
                "DISCORD_TOKEN is not set. Take the token from https://discord.com/developers/applications (your "
                "application, Bot, Reset Token), or try Readout without one: python -m bot preview"
            )
        if not token.isascii() or not token.isprintable() or " " in token:
            raise SettingError("DISCORD_TOKEN holds characters that no token has. Copy it again, without quotes.")
        return token

    def ledger(self) -> str:
        """The address of the ledger: one file among the state, whose folder is there then, or a database."""
        if self.database:
            return self.database
        self.var.mkdir(parents=True, exist_ok=True)
        return f"sqlite:///{self.var / LEDGER}"

    def health(self) -> Address | None:
        """Where health and metrics are served; None where READOUT_HEALTH_PORT is ``off``."""
        port = self.health_port or HEALTH_PORT
        if port == "off":
            return None
        if not port.isdecimal() or int(port) > PORT_LAST:
            raise SettingError(f"READOUT_HEALTH_PORT is a number up to {PORT_LAST}, or off; not {port!r}.")
        return Address(self.health_host or HEALTH_HOST, int(port))


def builtin_data() -> Path:
    """The data that came with the program: inside the installed package, or beside it in a checkout."""
    return PACKAGED_DATA if PACKAGED_DATA.is_dir() else CHECKOUT_DATA


def read_settings(*, data: str | None = None, var: str | None = None) -> Settings:
    """Settings from the environment; what is given on the command line wins."""
    environment = os.environ
    return Settings(
        data=Path(data or environment.get("READOUT_DATA") or builtin_data()),
        var=Path(var or environment.get("READOUT_VAR") or "var"),
        discord_token=environment.get("DISCORD_TOKEN"),
        discord_api=environment.get("READOUT_DISCORD_API"),
        discord_gateway=environment.get("READOUT_DISCORD_GATEWAY"),
        health_host=environment.get("READOUT_HEALTH_HOST"),
        health_port=environment.get("READOUT_HEALTH_PORT"),
        database=environment.get("READOUT_DATABASE"),
    )
