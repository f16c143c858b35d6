"""How much of Argon2id a laptop is given: never less than the floor, and about a second."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from wellled_desktop.vault.envelope import calibrate
from wellled_desktop.vault.errors import NotEnoughMemory
from wellled_desktop.vault.key_derivation import FLOOR, MIB, MOST_OPS, KeyDerivation, seconds


def laptop(seconds_a_pass_and_mib: float) -> "Laptop":
    return Laptop(seconds_a_pass_and_mib)


class Laptop:
    """Takes as long as its speed says, without doing it."""

    def __init__(self, speed: float) -> None:
        self.speed = speed

    def __call__(self, derivation: KeyDerivation) -> float:
        return derivation.ops * derivation.memory_bytes / MIB * self.speed


@pytest.mark.parametrize("speed", [0.0, 1e-5, 1e-4, 0.0005, 0.001, 0.0012, 0.002, 0.004, 0.005])
def test_a_laptop_gets_what_it_can_bear(speed: float) -> None:
    measure = laptop(speed)
    chosen = calibrate(measure)
    assert chosen.memory_bytes >= FLOOR.memory_bytes
    assert FLOOR.ops <= chosen.ops <= MOST_OPS
    assert measure(chosen) <= 1.3


def test_memory_comes_before_passes() -> None:
    assert calibrate(laptop(0.001)).memory_bytes == 256 * MIB
    assert calibrate(laptop(0.002)).memory_bytes == 128 * MIB
    assert calibrate(laptop(0.004)) == KeyDerivation(3, 64 * MIB)


def test_a_laptop_too_slow_for_the_floor_gets_the_floor() -> None:
    assert calibrate(laptop(1.0)) == FLOOR


def test_measuring_takes_some_time() -> None:
    assert seconds(KeyDerivation(1, MIB)) > 0


def test_another_salt_or_passphrase_or_cost_gives_another_key() -> None:
    cheap = KeyDerivation(1, 8_192)
    keys = {
        cheap.key(b"one", bytes(16)),
        cheap.key(b"two", bytes(16)),
        cheap.key(b"one", bytes(15) + b"\1"),
        KeyDerivation(2, 8_192).key(b"one", bytes(16)),
        KeyDerivation(1, 9_216).key(b"one", bytes(16)),
    }
    assert len(keys) == 5
    assert {len(key) for key in keys} == {32}
    assert cheap.key(b"one", bytes(16)) == cheap.key(b"one", bytes(16))


@pytest.fixture
def little_memory() -> Iterator[None]:
    """Half a gigabyte more than the tests have taken, and no more."""
    import resource

    taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (taken + 512 * MIB, hard))
    yield
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def test_too_little_memory_is_told(little_memory: None) -> None:
    with pytest.raises(NotEnoughMemory, match="close other programs"):
        KeyDerivation(1, 1_024 * MIB).key(b"one", bytes(16))
