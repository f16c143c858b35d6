"""What is acknowledged stays, however the program ends."""

import signal
import subprocess
from pathlib import Path

import pytest

from tests.e2e.cli.program import INSTALLED, Program

# Python writes compiled modules without looking at how much was written: under a limit they would stay behind cut short.
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE=1"


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_acknowledged_lines_survive_being_killed(
    wellled: Program, inspection: str, session: str, how: signal.Signals
) -> None:
    with started(wellled, "line", "add", inspection, session, "-") as program:
        acknowledged = []
        for number in range(1, 21):
            told(program, f"line {number}\n".encode())
            acknowledged.append(heard(program).split()[2])
        told(program, b"never acknowledged\n" * 50)
        program.send_signal(how)
        assert program.wait() == -how

    listed = wellled("line", "list", inspection, "--json").done().json
    assert [one["id"] for one in listed[:20]] == acknowledged
    assert [one["text"] for one in listed[:20]] == [f"line {number}" for number in range(1, 21)]
    wellled("verify", inspection).done()


def test_control_c_ends_quietly_with_130(wellled: Program, inspection: str, session: str) -> None:
    with started(wellled, "line", "add", inspection, session, "-") as program:
        told(program, b"one\n")
        assert heard(program).startswith("S-01 l.1 ")
        program.send_signal(signal.SIGINT)
        out, err = program.communicate()
        assert (program.returncode, out, err) == (130, b"", b"")
    assert len(wellled("line", "list", inspection, "--json").done().json) == 1
    wellled("verify", inspection).done()


def test_a_reader_that_leaves_early_is_no_error_to_look_at(nowhere: Program) -> None:
    with started(nowhere, "framework", "show", "--json") as program:
        assert program.stdout
        program.stdout.close()
        assert program.stderr
        assert program.stderr.read() == b""
        assert program.wait() == 1


@pytest.mark.parametrize("streams", ["<&- >&-", "<&- >&- 2>&-", "2>&-"])
def test_closed_streams_are_no_error_to_look_at(nowhere: Program, streams: str) -> None:
    ran = in_a_shell(nowhere, f"{INSTALLED} framework list {streams}")
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_output_that_cannot_be_written_is_told(nowhere: Program, tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk."""
    ran = in_a_shell(nowhere, f"ulimit -f 1; {NO_BYTECODE} exec {INSTALLED} framework show >{tmp_path}/out")
    assert ran.returncode == 1
    assert ran.stderr.decode() == "File too large. What was acknowledged before is safe.\n"


def started(wellled: Program, *arguments: str) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    return subprocess.Popen([INSTALLED, *arguments], stdin=pipe, stdout=pipe, stderr=pipe, env=wellled.environment())


def told(program: "subprocess.Popen[bytes]", typed: bytes) -> None:
    assert program.stdin
    program.stdin.write(typed)
    program.stdin.flush()


def heard(program: "subprocess.Popen[bytes]") -> str:
    assert program.stdout
    return program.stdout.readline().decode()


def in_a_shell(nowhere: Program, command: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(["/bin/sh", "-c", command], env=nowhere.environment(), capture_output=True, check=False)
