"""A private PostgreSQL on loopback, started from Debian's binaries, for tests and for the kill grid."""

import getpass
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg

_BINARIES = Path("/usr/lib/postgresql")
_SUPERUSER = "readout"


class Cluster:
    """A running server; each database it hands out is new and empty."""

    def __init__(self, port: int) -> None:
        self._port = port

    def new_database(self, template: str = "template0") -> str:
        """The address of a new database, a copy of `template`."""
        name = f"ledger_{uuid4().hex[:12]}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'.encode())
        return self._address(name)

    def _address(self, name: str) -> str:
        return f"postgresql://{_SUPERUSER}@127.0.0.1:{self._port}/{name}"


@contextmanager
def postgres_cluster() -> Iterator[Cluster]:
    """A server of the newest PostgreSQL installed, not run as root, gone with its files at the end."""
    installed = sorted(_BINARIES.glob("*/bin"), key=lambda path: float(path.parent.name))
    assert installed, "These tests need PostgreSQL's server: on Debian and Ubuntu, apt-get install postgresql"
    binaries = installed[-1]
    user = "postgres" if os.geteuid() == 0 else getpass.getuser()
    home = Path(tempfile.mkdtemp(prefix="readout-postgres-"))
    if os.geteuid() == 0:
        shutil.chown(home, user)
    files, port = home / "files", _free_port()
    # Only clients are killed, never the server: it need not wait for the disk.
    options = f"-c fsync=off -c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={home}"

    def run(*command: str) -> None:
        # No pipes: the server would keep them open, and we would wait for it to end.
        subprocess.run(
            command,
            user=user if os.geteuid() == 0 else None,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
        )

    try:
        run(
            str(binaries / "initdb"),
            "-D",
            str(files),
            "-U",
            _SUPERUSER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
        )
        control = str(binaries / "pg_ctl")
        run(control, "-D", str(files), "-w", "-l", str(home / "log"), "-o", options, "start")
        try:
            yield Cluster(port)
        finally:
            run(control, "-D", str(files), "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port
