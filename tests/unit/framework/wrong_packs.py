"""The ways in which a pack can be wrong: how to spoil it, the place to be named, and what is to be said."""

from collections.abc import Callable
from pathlib import Path

Spoil = Callable[[Path], None]


def replacing(file: str, old: str, new: str) -> Spoil:
    def spoil(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def exchanging(file: str, one: str, other: str) -> Spoil:
    def spoil(folder: Path) -> None:
        replacing(file, one, "exchanged")(folder)
        replacing(file, other, one)(folder)
        replacing(file, "exchanged", other)(folder)

    return spoil


def without_line(file: str, start: str) -> Spoil:
    def spoil(folder: Path) -> None:
        lines = (folder / file).read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(start)]
        assert len(kept) == len(lines) - 1
        (folder / file).write_text("".join(kept), encoding="utf-8")

    return spoil


def holding(file: str, content: bytes) -> Spoil:
    def spoil(folder: Path) -> None:
        (folder / file).write_bytes(content)

    return spoil


def missing(file: str) -> Spoil:
    return lambda folder: (folder / file).unlink()


BOMB = b"a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b]\n"

WRONG: dict[str, tuple[Spoil, str, str]] = {
    "a prompt missing in the middle": (
        without_line("w1.yaml", "- {id: W1.2,"),
        r"w1\.yaml, W1\.2",
        "it was expected after W1.1 and is missing",
    ),
    "a prompt missing at the end": (
        without_line("w1.yaml", "- {id: W1.4,"),
        r"w1\.yaml, W1\.4",
        "it was expected after W1.3 and is missing",
    ),
    "key evidence missing in the middle": (
        without_line("w1.yaml", "- {id: W1.E4,"),
        r"w1\.yaml, W1\.E4",
        "it was expected after W1.E3 and is missing",
    ),
    "the first nested item missing": (
        without_line("w4.yaml", "  - {id: W4.E4.1,"),
        r"w4\.yaml, W4\.E4\.1",
        "it was expected as the first and is missing",
    ),
    "a number mistyped": (
        replacing("w1.yaml", "id: W1.E4,", "id: W1.E40,"),
        r"w1\.yaml, line \d+ \(evidence\[3\]\.id\)",
        "W1.E4 was expected in the numbering and “W1.E40” is there",
    ),
    "a nested number mistyped": (
        replacing("w4.yaml", "id: W4.E4.3,", "id: W4.E4.33,"),
        r"w4\.yaml, line \d+ \(evidence\[3\]\.items\[2\]\.id\)",
        "W4.E4.3 was expected in the numbering and “W4.E4.33” is there",
    ),
    "a nested item too many": (
        replacing("w4.yaml", "  - {id: W4.E4.3,", "  - {id: W4.E4.x, lines: [204], text: One more}\n  - {id: W4.E4.3,"),
        r"w4\.yaml, line \d+ \(evidence\[3\]\.items\[2\]\.id\)",
        "a number after W4.E4. was expected and “W4.E4.x” is there",
    ),
    "an id that belongs further on": (
        replacing("w1.yaml", "id: W1.E1,", "id: W1.E7,"),
        r"w1\.yaml, line \d+ \(evidence\[0\]\.id\)",
        "W1.E1 was expected in the numbering and “W1.E7” is there",
    ),
    "one more than was counted": (
        replacing(
            "pack.yaml", "guidance: 6, guidance_items: 3, evidence: 9", "guidance: 6, guidance_items: 3, evidence: 7"
        ),
        r"w1\.yaml, line \d+ \(evidence\)",
        "7 evidence were expected in W1 and there are 9",
    ),
    "far too many counted": (
        replacing("pack.yaml", "guidance_items: 3, evidence: 9", "guidance_items: 3, evidence: 900000000"),
        r"w1\.yaml, W1\.E10 to W1\.E900000000",
        "they were expected after W1.E9 and are missing",
    ),
    "two that changed places": (
        exchanging("w1.yaml", "id: W1.E4,", "id: W1.E5,"),
        r"w1\.yaml, line \d+ \(evidence\[4\]\.id\)",
        "the numbers were expected in order and “W1.E4” stands after “W1.E5”",
    ),
    "a role taken away": (
        without_line("roles.yaml", "- {id: medical-director,"),
        r"(w\d|role_cards)\.yaml, line \d+",
        "a role of the pack was expected and “medical-director” is none",
    ),
    "a nested item missing": (
        without_line("w4.yaml", "  - {id: W4.E4.9,"),
        r"w4\.yaml, line \d+ \(evidence\)",
        "13 evidence items were expected in W4 and there are 12",
    ),
    "a KLOE left out of the list": (
        replacing("pack.yaml", ", w8.yaml]", "]"),
        r"pack\.yaml, line \d+ \(counts\.W8\)",
        "a KLOE file for W8 was expected and there is none",
    ),
    "a KLOE that nobody counted": (
        replacing("pack.yaml", "  W8: {prompts", "  W9: {prompts"),
        r"w8\.yaml, line 1 \(id\)",
        r"a KLOE counted in pack.yaml \(W9\) was expected and “W8” is there",
    ),
    "a KLOE under another id": (
        replacing("w2.yaml", "id: W2\n", "id: W9\n"),
        r"w2\.yaml, line 1 \(id\)",
        r"a KLOE counted in pack.yaml \(W2\) was expected and “W9” is there",
    ),
    "an id twice in one file": (
        replacing("w1.yaml", "id: W1.E3,", "id: W1.E2,"),
        r"w1\.yaml, line \d+ \(evidence\[2\]\.id\)",
        "each id stands once and “W1.E2” stands already in w1.yaml, line",
    ),
    "an id twice in two files": (
        replacing("w2.yaml", "id: W2\n", "id: W1\n"),
        r"w2\.yaml, line 1 \(id\)",
        "each id stands once and “W1” stands already in w1.yaml, line 1",
    ),
    "a role twice": (
        replacing("roles.yaml", "{id: medical-director,", "{id: chief-executive,"),
        r"roles\.yaml, line \d+ \(roles\[2\]\.id\)",
        "“chief-executive” stands already in roles.yaml, line",
    ),
    "an unknown role in key evidence": (
        replacing("w3.yaml", "roles: [complaints]", "roles: [complaint-desk]"),
        r"w3\.yaml, line \d+ \(evidence\[0\]\.roles\[0\]\)",
        "a role of the pack was expected and “complaint-desk” is none",
    ),
    "an unknown role on a card": (
        replacing("role_cards.yaml", "- role: governors", "- role: governers"),
        r"role_cards\.yaml, line \d+ \(role_cards\[9\]\.role\)",
        "a role of the pack was expected and “governers” is none",
    ),
    "two cards for a role": (
        replacing("role_cards.yaml", "- role: governors", "- role: trust-chair"),
        r"role_cards\.yaml, line \d+ \(role_cards\[9\]\.role\)",
        "one card a role was expected and “trust-chair” has two",
    ),
    "an unknown node on a card": (
        replacing("role_cards.yaml", "[W1.1, W1.4]", "[W1.1, W1.5]"),
        r"role_cards\.yaml, line \d+ \(role_cards\[0\]\.items\[0\]\.nodes\[1\]\)",
        "a prompt, guidance or key evidence of the pack was expected and “W1.5” is none",
    ),
    "a reference on a card": (
        replacing("role_cards.yaml", "[W1.1, W1.4]", "[W1.1, W1.R1]"),
        r"role_cards\.yaml, line \d+",
        "a prompt, guidance or key evidence of the pack was expected and “W1.R1” is none",
    ),
    "a node twice on a card": (
        replacing("role_cards.yaml", "[W1.1, W1.4]", "[W1.1, W1.1]"),
        r"role_cards\.yaml, line \d+",
        "each node stands once on a card and “W1.1” stands twice",
    ),
    "a footnote on nothing": (
        replacing("w1.yaml", "on: W1.G3", "on: W1.G9"),
        r"w1\.yaml, line \d+ \(footnotes\[0\]\.on\)",
        "a node of W1 was expected and “W1.G9” is none",
    ),
    "a named role on nothing": (
        replacing("roles.yaml", "named_by: [W6.E1]", "named_by: [W6.E99]"),
        r"roles\.yaml, line \d+ \(named_in_evidence\[0\]\.named_by\[0\]\)",
        "a node of the pack was expected and “W6.E99” is none",
    ),
    "an alias twice": (
        replacing("aliases.yaml", "{term: STP,", "{term: CCG,"),
        r"aliases\.yaml, line \d+ \(aliases\[1\]\.term\)",
        "“CCG” stands already in aliases.yaml, line",
    ),
    "a number where words belong": (
        replacing("w5.yaml", 'text: "Quality accounts"', "text: 2020"),
        r"w5\.yaml, line \d+ \(evidence\[14\]\.text\)",
        "text was expected and a whole number is there",
    ),
    "words where a list belongs": (
        replacing("w5.yaml", "lines: [243]", "lines: all"),
        r"w5\.yaml, line \d+ \(evidence\[14\]\.lines\)",
        "a list was expected and text is there",
    ),
    "nothing where words belong": (
        replacing("w5.yaml", 'text: "Quality accounts"', "text: null"),
        r"w5\.yaml, line \d+ \(evidence\[14\]\.text\)",
        "text was expected and nothing is there",
    ),
    "an empty text": (
        replacing("w5.yaml", 'text: "Quality accounts"', 'text: "  "'),
        r"w5\.yaml, line \d+",
        "words were expected and the text is empty",
    ),
    "a field missing": (
        replacing("w5.yaml", 'kind: report, text: "Quality accounts"', 'text: "Quality accounts"'),
        r"w5\.yaml, line \d+ \(evidence\[14\]\)",
        "the field “kind” was expected and is missing",
    ),
    "a field that is not known": (
        replacing("w5.yaml", 'text: "Quality accounts"', 'text: "Quality accounts", colour: red'),
        r"w5\.yaml, line \d+ \(evidence\[14\]\)",
        "the field “colour” is not one that can stand here",
    ),
    "a kind that is not known": (
        replacing("w5.yaml", 'kind: report, text: "Quality accounts"', 'kind: rumour, text: "Quality accounts"'),
        r"w5\.yaml, line \d+ \(evidence\[14\]\.kind\)",
        "one of interview, focus-group, document,",
    ),
    "a trust type that is not known": (
        replacing("roles.yaml", "trust_types: [acute]", "trust_types: [acute-ish]"),
        r"roles\.yaml, line \d+ \(roles\[10\]\.applies_to\.trust_types\[0\]\)",
        "one of acute, mental-health, community, ambulance, combined was expected",
    ),
    "a field twice": (
        replacing("w5.yaml", "id: W5\n", "id: W5\nid: W5\n"),
        r"w5\.yaml, line 2",
        "each field stands once and “id” stands twice",
    ),
    "no YAML": (
        holding("w3.yaml", b"id: W3\nquestion: [is it?\n- no\n"),
        r"w3\.yaml, line \d",
        "YAML was expected and this is not YAML",
    ),
    "a tab for an indent": (
        holding("w3.yaml", b"id:\n\tW3\n"),
        r"w3\.yaml, line 2",
        "YAML was expected and this is not YAML",
    ),
    "plain words": (holding("w3.yaml", b"Dear all,"), r"w3\.yaml, line 1", "a group of fields was expected and text"),
    "a list": (
        holding("w3.yaml", b"- W3\n"),
        r"w3\.yaml, line 1",
        "a group of fields was expected and a list is there",
    ),
    "an empty file": (holding("w3.yaml", b""), r"w3\.yaml", "the fields of a pack were expected and the file is empty"),
    "two documents": (
        holding("w3.yaml", b"id: W3\n---\nid: W3\n"),
        r"w3\.yaml, line 2",
        "one YAML document was expected and a second begins",
    ),
    "a picture": (holding("w3.yaml", b"\x89PNG\r\n\x1a\n\x00\xff"), r"w3\.yaml, line 1", "this is not text"),
    "letters that no text has": (holding("w3.yaml", b"id: \x01\x02"), r"w3\.yaml", "characters that no text has"),
    "a missing KLOE file": (missing("w6.yaml"), r"w6\.yaml", "a file of the pack was expected here and there is none"),
    "a missing first file": (missing("pack.yaml"), r"pack\.yaml", "a file of the pack was expected here"),
    "a file elsewhere": (
        replacing("pack.yaml", "roles: roles.yaml", "roles: ../../roles.yaml"),
        r"pack\.yaml, line \d+ \(files\)",
        "the name of a file beside it was expected, not “../../roles.yaml”",
    ),
    "fifty megabytes": (
        holding("w3.yaml", b"- word\n" * (50 * 1024 * 1024 // 7)),
        r"w3\.yaml",
        "at most 2 MB was expected and the file is larger",
    ),
    "too many KLOEs": (
        replacing("pack.yaml", "kloes: [w1.yaml", "kloes: [" + "w1.yaml, " * 64 + "w1.yaml"),
        r"pack\.yaml, line \d+ \(files\.kloes\)",
        "at most 64 KLOE files were expected",
    ),
    "very many values": (holding("w3.yaml", b"- a\n" * 70_000), r"w3\.yaml, line 20000", "at most 20,000 values"),
    "an alias bomb": (
        holding("w3.yaml", BOMB),
        r"w3\.yaml, line 1",
        "anchors \\(&\\) and aliases \\(\\*\\) are refused",
    ),
    "an anchor on a name": (
        holding("w3.yaml", b"&a id: W3\n"),
        r"w3\.yaml, line 1",
        "the name of a field was expected",
    ),
    "a list for a name": (
        holding("w3.yaml", b"? [a]\n: W3\n"),
        r"w3\.yaml, line 1",
        "the name of a field was expected",
    ),
    "a tag": (
        holding("w3.yaml", b"id: !!python/object/apply:os.getcwd []\n"),
        r"w3\.yaml, line 1",
        "tags \\(!\\) are refused",
    ),
    "a pit of brackets": (holding("w3.yaml", b"id: " + b"[" * 5000), r"w3\.yaml, line 1", "at most 24 deep"),
}
