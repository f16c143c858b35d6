"""Exit statuses of `wellled`, and which error leads to which, with its one sentence."""

from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb

DONE, FAILED, WRONG_USAGE, NOT_FOUND, LOCKED, DAMAGED = range(6)
INTERRUPTED = 130

IN_WORDS = (
    "Exit status: 0 done, 1 failed, 2 wrong usage, 3 not found, 4 locked, wrong passphrase or open in another window, "
    "5 damaged. Errors are one sentence on standard error."
)


class Stop(Exception):
    """Ends the command with a sentence and an exit status."""

    def __init__(self, sentence: str, status: int = FAILED) -> None:
        super().__init__(sentence)
        self.status = status


def status_of(error: Exception) -> int | None:
    """The exit status for an error that a person can do something about; None for a defect of ours."""
    if isinstance(error, Stop):
        return error.status
    return next((status for kinds, status in _statuses() if isinstance(error, kinds)), None)


def sentence_of(error: Exception) -> str:
    """What is said of an error that has a status."""
    if not isinstance(error, OSError):
        return str(error)
    place = f" ({error.filename})" if isinstance(error.filename, str) else ""
    return f"{error.strerror or 'The disk or a pipe failed'}{place}. What was acknowledged before is safe."


def defect(error: Exception) -> str:
    """What is said of a defect: its type and where it arose. Never its message, which may hold what somebody typed."""
    ours = [frame for frame in extract_tb(error.__traceback__) if _PACKAGE in Path(frame.filename).parents]
    place = f" at {Path(ours[-1].filename).relative_to(_PACKAGE).as_posix()}:{ours[-1].lineno}" if ours else ""
    return (
        f"Something went wrong in WellLed Desktop itself ({type(error).__name__}{place}). What was acknowledged before is "
        "safe; pass this sentence on to whoever helps you."
    )


_PACKAGE = Path(__file__).parent.parent


def _statuses() -> Iterator[tuple[tuple[type[Exception], ...], int]]:
    """In the order in which they are tried; what is slow to load comes last, for an error seldom is one of those."""
    from wellled_desktop.vault import errors as vault

    yield (vault.VaultMissing, vault.InspectionMissing), NOT_FOUND
    yield (
        (
            vault.WrongPassphrase,
            vault.WrongRecoveryKey,
            vault.RecoveryKeyMistyped,
            vault.VaultLocked,
            vault.InUse,
        ),
        LOCKED,
    )
    yield (vault.VaultDamaged, vault.AnchorDamaged, vault.InspectionLost, vault.AttachmentDamaged), DAMAGED
    yield (vault.VaultError, OSError), FAILED

    from wellled_desktop.inspection.errors import NotFound, RuleBroken

    yield (NotFound,), NOT_FOUND
    yield (RuleBroken,), FAILED

    from wellled_desktop.framework.loader import PackError

    yield (PackError,), FAILED

    from wellled_desktop.store import errors as store

    yield (store.Damaged, store.NotEncrypted), DAMAGED
    yield (store.StoreError,), FAILED

    from wellled_desktop.reports.errors import ReportError

    yield (ReportError,), FAILED
