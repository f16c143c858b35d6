"""Starting `wellled` in a test: inside the test's own process, or as the installed program in a process of its own."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from typer.main import get_command

from wellled_desktop.bootstrap import shipped
from wellled_desktop.cli.app import build
from wellled_desktop.cli.running import prepare_streams, run
from wellled_desktop.vault.key_derivation import KeyDerivation

PASSPHRASE = "gravel lantern otter"
CHEAP = KeyDerivation(1, 8_192)
INSTALLED = Path(sys.executable).with_name("wellled")


class Ran(msgspec.Struct, frozen=True):
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    def done(self) -> "Ran":
        """Itself, once it is sure that all went well and nothing was said on standard error."""
        assert (self.status, self.err) == (0, ""), self
        return self

    def failed(self, status: int) -> str:
        """The one sentence on standard error, once it is sure that the command ended with this status."""
        assert self.status == status, self
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        return self.err.rstrip("\n")


class Program(msgspec.Struct, frozen=True):
    """`wellled` with a library and the file of its passphrase."""

    library: Path
    passphrase_file: Path

    def __call__(self, *arguments: str, typed: bytes = b"") -> Ran:
        """Runs a command in this process; `typed` comes in on standard input, which is no terminal."""
        before = ("--library", str(self.library), "--passphrase-file", str(self.passphrase_file))
        with _streams(typed) as (out, err):
            status = run(_commands(), [*before, *arguments])
        return Ran(status, out.getvalue().decode(), err.getvalue().decode())

    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "WELLLED_LIBRARY": str(self.library),
            "WELLLED_PASSPHRASE_FILE": str(self.passphrase_file),
        }

    def installed(self, *arguments: str | bytes, typed: bytes = b"", environment: dict[str, str] | None = None) -> Ran:
        """Runs the installed program in a process of its own."""
        ran = subprocess.run(
            [INSTALLED, *arguments],
            input=typed,
            capture_output=True,
            env=environment or self.environment(),
            timeout=120,
            check=False,
        )
        return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


@cache
def _commands() -> Callable[..., object]:
    """The command line, put together once: every process has its own, and it takes longer than most of the commands."""

    def no_default() -> Path:
        raise AssertionError("the library is always named")

    return get_command(build(no_default, shipped("framework_data"), shipped("resources"), lambda: CHEAP))


class _KeptBytes(io.BytesIO):
    """Can still be read after the stream around it is closed."""

    def close(self) -> None:
        self.flush()


@contextmanager
def _streams(typed: bytes) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    out, err = _KeptBytes(), _KeptBytes()
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(out, encoding="ascii")
    sys.stderr = io.TextIOWrapper(err, encoding="ascii")
    try:
        prepare_streams()
        yield out, err
    finally:
        for stream in (sys.stdout, sys.stderr, sys.stdin):
            stream.close()
        sys.stdin, sys.stdout, sys.stderr = before
