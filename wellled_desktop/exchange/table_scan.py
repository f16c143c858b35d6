"""Looking through one XML part of a workbook without building anything: how far its cells reach, how much text they show."""

import re
from typing import Any
from xml.parsers import expat

import msgspec

_LONGEST_NUMBER = 20
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class Extent(msgspec.Struct):
    """The last row and column with something in them, counted from 1; `text` in characters."""

    last_row: int = 0
    last_column: int = 0
    text: int = 0


def scan(body: bytes, strings: list[int]) -> Extent:
    """Of a sheet its extent; of the table of shared strings their lengths, into `strings`. Raises ExpatError, ValueError.

    A document type is refused: no spreadsheet program writes one, and entities could grow without bound.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    reading = _Reading(strings)
    parser.StartElementHandler = reading.begin
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.characters
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(body, True)
    return reading.extent


def _refuse(*_declared: Any) -> None:
    raise ValueError("a document type")


class _Reading:
    def __init__(self, strings: list[int]) -> None:
        self.extent = Extent()
        self._strings = strings
        self._row = self._column = 0
        self._shared = self._in_value = self._filled = False
        self._value = ""
        self._shown = self._length = 0

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        match tag.rpartition(":")[2]:
            case "row":
                self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
                self._column = 0
            case "c":
                self._begin_cell(attributes)
            case "v":
                self._in_value, self._value, self._shown, self._filled = True, "", 0, True
            case "is" | "f":
                self._filled = True
            case "si":
                self._length = 0

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        at = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column += 1
        if at is not None:
            self._column, self._row = _number(at[1]), int(at[2])
        self._shared = attributes.get("t") == "s"
        self._filled = False

    def end(self, tag: str) -> None:
        match tag.rpartition(":")[2]:
            case "v":
                self._in_value = False
                if self._shared:
                    place = int(self._value)
                    self.extent.text += self._strings[place] if 0 <= place < len(self._strings) else 0
                else:
                    self.extent.text += self._shown
            case "c" if self._filled:
                self.extent.last_row = max(self.extent.last_row, self._row)
                self.extent.last_column = max(self.extent.last_column, self._column)
            case "si":
                self._strings.append(self._length)

    def characters(self, text: str) -> None:
        self._length += len(text)
        if self._in_value:
            self._shown += len(text)
            if self._shared and self._shown <= _LONGEST_NUMBER:
                self._value += text


def _number(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
