"""Names with numbers come as people count."""

from wellled_desktop.inspection.natural_order import natural_order


def test_numbers_are_counted_and_not_spelled() -> None:
    names = ["paper 10.pdf", "Paper 2.pdf", "paper 100.pdf", "paper 1.pdf", "agenda.pdf", "paper 2 b.pdf"]
    assert sorted(names, key=natural_order) == [
        "agenda.pdf", "paper 1.pdf", "paper 2 b.pdf", "Paper 2.pdf", "paper 10.pdf", "paper 100.pdf",
    ]  # fmt: skip


def test_a_name_may_begin_with_a_number_be_one_or_be_empty() -> None:
    assert sorted(["b", "10", "9 lives", "", "2"], key=natural_order) == ["", "2", "9 lives", "10", "b"]
    assert natural_order("7" * 5_000)[1][1] == int("7" * 18)
