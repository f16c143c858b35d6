"""Every text of the pack is the published one: it stands in the lines it cites, and no line of the document is lost."""

from collections.abc import Iterator

import pytest

from tests.unit.framework import seed
from wellled_desktop.framework.pack import Erratum, Kloe, Pack, Reference, walk

# Lines that give a column, a section or the document's name and no text of a node.
LABELS = {3, 5, 7, 129, 162, 222, 265, 279, 288, 330, 360, 364, 378, 426}
# Table rules, an empty bullet.
RULES = {111, 140, 143, 263, 358, 414}

Text = tuple[str, str, tuple[int, ...], Erratum | None]


def texts(pack: Pack) -> Iterator[Text]:
    """Every published text of the pack: what it belongs to, its words, its lines and its erratum."""
    for update in pack.updates:
        yield "update", f"{update.section} {update.pages} {update.detail}", update.lines, update.erratum
    for group in ("approach", "interview_rules", "trust_type_notes", "guidance_notes", "inspection_tools"):
        for one in getattr(pack, group):
            yield group, f"{one.heading or ''} {one.text}", one.lines, one.erratum
    for role in pack.roles:
        yield role.id, role.title, role.lines, role.erratum
    for kloe, node in walk(pack):
        if isinstance(node, Kloe):
            yield node.id, node.question, node.lines, node.erratum
            yield node.id, node.sub_heading, node.lines, node.erratum
            yield from ((foot.id, foot.text, foot.lines, foot.erratum) for foot in kloe.footnotes)
        else:
            note = node.note or "" if isinstance(node, Reference) else ""
            yield node.id, f"{node.text} {note}", node.lines, node.erratum


def test_every_text_stands_in_the_lines_it_cites(pack: Pack) -> None:
    astray = [whose for whose, text, lines, erratum in texts(pack) if not _stands(text, lines, erratum)]
    assert astray == []


def test_a_text_with_a_changed_word_would_be_noticed(pack: Pack) -> None:
    prompt = pack.kloes[0].prompts[2]
    assert _stands(prompt.text, prompt.lines, None)
    assert not _stands(prompt.text.replace("visible", "invisible"), prompt.lines, None)
    assert not _stands(prompt.text, (110,), None)


def test_what_an_erratum_quotes_as_printed_stands_in_print(pack: Pack) -> None:
    for whose, _, lines, erratum in texts(pack):
        if erratum is None:
            continue
        first, last = min(lines), max(lines)
        around = "".join(seed.cited(tuple(range(first, last + 1))))
        assert seed.plain(erratum.printed) in around, whose
        assert erratum.doubt, whose


def test_words_that_we_supplied_are_in_our_text_and_not_in_print(pack: Pack) -> None:
    supplied = {
        whose: erratum.supplied for whose, _, _, erratum in texts(pack) if erratum is not None and erratum.supplied
    }
    assert supplied == {"W1.G3": "?", "W1.E7": " to five years", "W2.E7": "licies", "W4.G8": " trust"}


def test_every_line_of_the_document_is_cited_or_known_to_carry_no_text(pack: Pack) -> None:
    cited = {number for _, _, lines, _ in texts(pack) for number in lines}
    written = {at for at, line in enumerate(seed.LINES, start=1) if line.strip()}
    assert written - cited == LABELS | RULES
    assert cited <= written


def test_every_doubt_about_the_text_is_answered_somewhere(pack: Pack) -> None:
    told = " ".join(erratum.doubt or "" for _, _, _, erratum in texts(pack) if erratum is not None)
    told += " ".join(erratum.doubt or "" for erratum in pack.reading)
    assert [number for number in range(1, 47) if f"D{number:02}" not in told] == []


@pytest.mark.parametrize(
    ("node", "words"),
    [
        ("W1.E7", "using the well-led framework every three to five years"),
        ("W4.G10", "know if they are a member of PLAN and follow their quality standards?"),
        ("W6.G1", "provided on incidents / serious incidents?"),
        ("W8.3", "the death of a person using the service?"),
        ("W8.G12", "the needs of patients with mental health, learning disabilities, autism or dementia diagnoses?"),
    ],
)
def test_a_broken_place_reads_as_it_was_meant(pack: Pack, node: str, words: str) -> None:
    assert any(words in text for whose, text, _, _ in texts(pack) if whose == node)


def _stands(text: str, lines: tuple[int, ...], erratum: Erratum | None) -> bool:
    """An erratum may have added words, which are taken out again, or left some out, which leaves more pieces in a line."""
    if erratum is None:
        return seed.stands(text, lines)
    if erratum.supplied:
        assert erratum.supplied in text
        text = text.replace(erratum.supplied, "", 1)
    often = tuple(line for line in lines for _ in range(4))
    # The signs that an erratum puts between run-together words are not in print.
    return seed.stands(text, often) or seed.stands(text.replace(";", "").replace(":", ""), often)
