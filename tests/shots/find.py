"""Find anything: how to begin, what is found of a word, operators, nothing; and the line it leads to."""

from tests.shots.album import Album


def photograph_find(album: Album) -> None:
    person = album.person
    person.press("Ctrl+1", "Ctrl+K")
    person.see("Type words, or only how they begin")
    album.take("find")
    person.type("night")
    person.see("things found")
    album.take("find-word")
    person.press("Ctrl+A")
    person.type("ICB")
    person.see("finds also")
    album.take("find-other-names")
    person.press("Ctrl+A")
    person.type("lock")
    album.take("find-command")
    person.press("Ctrl+A")
    person.type("xylophone day:two")
    person.see("Nothing was found", "day: goes with")
    album.take("find-nothing")
    person.press("Ctrl+A")
    person.type("in:W3 type:said staff")
    person.see("found")
    album.take("find-operators")
    person.press("Return")
    person.see("Note lines")
    album.take("find-there")
