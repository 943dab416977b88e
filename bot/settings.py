"""Settings, read from the environment: the only module that looks there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

PACKAGED_DATA = Path(__file__).parent / "_data"
CHECKOUT_DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True)
class Settings:
    """Where the data is and where state may be written."""

    data: Path
    var: Path
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)


def builtin_data() -> Path:
    """The data that came with the program: inside the installed package, or beside it in a checkout."""
    return PACKAGED_DATA if PACKAGED_DATA.is_dir() else CHECKOUT_DATA


def read_settings(*, data: str | None = None, var: str | None = None) -> Settings:
    """Settings from the environment; what is given on the command line wins."""
    environment = os.environ
    return Settings(
        data=Path(data or environment.get("READOUT_DATA") or builtin_data()),
        var=Path(var or environment.get("READOUT_VAR") or "var"),
    )
