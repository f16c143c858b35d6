"""Running one command: from its arguments to an exit status, with one sentence on standard error when it fails."""

import io
import os
import sys
from collections.abc import Callable, Sequence

import typer

from wellled_desktop.cli.exits import DONE, FAILED, INTERRUPTED, LOCKED, defect, sentence_of, status_of
from wellled_desktop.cli.typed import one_line
from wellled_desktop.inspection.decisions import clean


def prepare_streams() -> None:
    """Output is UTF-8 where no terminal says otherwise, and nothing typed can make it fail. Closed streams become empty."""
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: PTH123, SIM115  # open as long as the program runs
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def run(app: Callable[..., object], arguments: Sequence[str]) -> int:
    """Runs the command and returns its exit status. Never raises, except what ends a process from outside."""
    try:
        status = _run(app, arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except SystemExit:  # typer's way to say that the reader of our output has gone
        status = FAILED
    except OSError as error:
        status = FAILED
        if not isinstance(error, BrokenPipeError):
            _tell(one_line(sentence_of(error)))
    if status in (FAILED, INTERRUPTED):
        _let_go_of_output()
    return status


def _run(app: Callable[..., object], arguments: Sequence[str]) -> int:
    try:
        answer = app(list(arguments), prog_name="wellled", standalone_mode=False)
    except typer.TyperException as wrong:
        _tell(_usage(wrong))
        return wrong.exit_code
    except typer.Abort:
        _tell("Nothing was typed, so nothing was opened or changed.")
        return LOCKED
    except Exception as error:  # noqa: BLE001  # the last resort: nothing carries on, and no traceback shows what was typed
        status = status_of(error)
        _tell(one_line(sentence_of(error) if status is not None else defect(error)))
        return FAILED if status is None else status
    return answer if isinstance(answer, int) else DONE


def _usage(wrong: typer.TyperException) -> str:
    message = wrong.format_message().replace("Value error, ", "")
    context = getattr(wrong, "ctx", None)
    if context is None or "\n" in message:
        return message
    return f"{message.rstrip('.')}. “{context.command_path} --help” says how it is used."


def _tell(sentence: str) -> None:
    try:
        sys.stderr.write(f"{clean(sentence)}\n")
        sys.stderr.flush()
    except OSError:
        return  # nobody is there to be told


def _let_go_of_output() -> None:
    """Points standard output at nothing, so that the interpreter's own last flush cannot fail and print a traceback."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
