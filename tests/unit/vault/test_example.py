"""Which of the inspections in a vault is the example."""

from wellled_desktop.vault.example import whole_example
from wellled_desktop.vault.vault import Vault


def test_an_inspection_of_ones_own_is_never_taken_for_the_example(vault: Vault, inspection_id: str) -> None:
    assert [summary.id for summary in vault.inspections()] == [inspection_id]
    assert whole_example(vault) is None
