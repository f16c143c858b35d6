"""Reads a pack's files into a Pack, or says in one sentence what is wrong with them. Nothing is ever written here.

What the parts of a pack must be to one another is in `checks`.
"""

import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

import msgspec

from wellled_desktop.framework.checks import PackParts, Read, one_a_cause, problems_in, problems_in_kloe
from wellled_desktop.framework.pack import Kloe, Pack
from wellled_desktop.framework.pack_errors import PackError, wrong_value
from wellled_desktop.framework.pack_files import (
    AliasesFile,
    FileNames,
    FormsFile,
    GroupsFile,
    PackFile,
    RoleCardsFile,
    RolesFile,
    RoleSourcesFile,
    WrittenFile,
)
from wellled_desktop.framework.published import published_form
from wellled_desktop.framework.yaml_text import YamlProblem, YamlText, read_yaml

__all__ = ["LARGEST_FILE", "PackError", "check_pack", "load_pack", "pack_bytes", "published_form"]

LARGEST_FILE = 2 * 1024 * 1024
MOST_KLOES = 64
FIRST_FILE = "pack.yaml"
_PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.yaml\Z")
# What a single file is, by a field that only such a file has; anything else is read as a KLOE.
_FORMS: tuple[tuple[str, type[WrittenFile]], ...] = (
    ("files", PackFile),
    ("title", PackFile),
    ("roles", RolesFile),
    ("role_cards", RoleCardsFile),
    ("aliases", AliasesFile),
    ("forms", FormsFile),
    ("role_sources", RoleSourcesFile),
    ("groups", GroupsFile),
)

Form = TypeVar("Form", bound=WrittenFile)


def load_pack(folder: Traversable) -> Pack:
    """The pack in this folder; raises PackError with the first thing that is wrong."""
    parts = _read_parts(folder)
    for problem in problems_in(parts):
        raise problem
    return _pack(parts)


def check_pack(path: Path) -> list[PackError]:
    """Everything that is wrong with a pack's folder, or with one of its files; an empty list when nothing is.

    A file that lies in a pack is checked with the others, and only what is wrong in it is told.
    """
    if path.is_dir():
        return one_a_cause(_problems_of(path))
    try:
        read = _read(path)
        form = _form_of(read)
        _read_form(path, form)
    except PackError as problem:
        return [problem]
    folder = path.parent
    extra = [problem for problem in _extra_files(folder) if problem.file == path.name]
    if extra:
        return extra
    try:
        problems = problems_in(_read_parts(folder))
    except PackError:
        problems = problems_in_kloe(_read_form(path, Kloe), _roles_beside(folder)) if form is Kloe else iter(())
    return one_a_cause(problem for problem in problems if problem.file == path.name)


def pack_bytes(pack: Pack) -> bytes:
    """The pack as canonical JSON, the same bytes for the same pack; `msgspec.json.decode(…, type=Pack)` reads it back."""
    return msgspec.json.encode(pack, order="sorted")


def _problems_of(folder: Path) -> list[PackError]:
    extra = _extra_files(folder)
    try:
        return [*problems_in(_read_parts(folder)), *extra]
    except PackError as first:
        named = {problem.file for problem in extra}
        others = (one for one in _unreadable(folder) if str(one) != str(first) and one.file not in named)
        # Where the list of files is itself wrong, a file that it does not name is no second thing to mend.
        return [first, *others, *(extra if first.file != FIRST_FILE else ())]


def _unreadable(folder: Path) -> Iterator[PackError]:
    """What is wrong with each file by itself, when the pack as a whole cannot be read."""
    for file in sorted(folder.glob("*.yaml")):
        try:
            _read_form(file, _form_of(_read(file)))
        except PackError as problem:
            yield problem


def _extra_files(folder: Path) -> list[PackError]:
    """The YAML files of a folder that its pack does not name; none where it cannot be known which it names."""
    try:
        files = _read_form(folder / FIRST_FILE, PackFile).content.files
    except PackError:
        return []
    named = {FIRST_FILE, files.roles, *files.kloes, *_our_files(files)}
    there = sorted(file.name for file in folder.iterdir() if file.suffix.casefold() in (".yaml", ".yml"))
    words = f"only the files that {FIRST_FILE} lists were expected and this is not one of them"
    return [PackError(name, "", words, _kloe_in(folder / name)) for name in there if name not in named]


def _kloe_in(file: Path) -> str:
    """The cause that a KLOE left out of the list shares with its file; none for another file."""
    try:
        return f"KLOE {_read_form(file, Kloe).content.id}"
    except PackError:
        return ""


def _roles_beside(folder: Path) -> Read[RolesFile] | None:
    """The roles of the pack that a file lies in, when the rest of that pack cannot be read; None where they cannot either."""
    try:
        name = _read_form(folder / FIRST_FILE, PackFile).content.files.roles
    except PackError:
        name = "roles.yaml"
    try:
        return _read_form(folder / name, RolesFile) if _PLAIN_NAME.match(name) else None
    except PackError:
        return None


def _read_parts(folder: Traversable) -> PackParts:
    if not folder.is_dir():
        raise PackError(folder.name, "", "a folder with a pack in it was expected and there is none")
    first = _read_form(folder.joinpath(FIRST_FILE), PackFile)
    files = first.content.files
    if len(files.kloes) > MOST_KLOES:
        raise first.wrong("$.files.kloes", f"at most {MOST_KLOES} KLOE files were expected")
    for name in (files.roles, *files.kloes, *_our_files(files)):
        if name is not None and not _PLAIN_NAME.match(name):
            raise first.wrong("$.files", f"the name of a file beside it was expected, not “{name[:60]}”")
    return PackParts(
        first=first,
        roles=_read_form(folder.joinpath(files.roles), RolesFile),
        kloes=tuple(_read_form(folder.joinpath(name), Kloe) for name in files.kloes),
        role_cards=_read_form(folder.joinpath(files.role_cards), RoleCardsFile) if files.role_cards else None,
        aliases=_read_form(folder.joinpath(files.aliases), AliasesFile) if files.aliases else None,
        forms=_read_form(folder.joinpath(files.forms), FormsFile) if files.forms else None,
        role_sources=_read_form(folder.joinpath(files.role_sources), RoleSourcesFile) if files.role_sources else None,
        groups=_read_form(folder.joinpath(files.groups), GroupsFile) if files.groups else None,
    )


def _our_files(files: FileNames) -> tuple[str | None, ...]:
    return (files.role_cards, files.aliases, files.forms, files.role_sources, files.groups)


def _read_form(file: Traversable, form: type[Form]) -> Read[Form]:
    read = _read(file)
    try:
        content = msgspec.convert(read.value, form)
    except msgspec.ValidationError as error:
        raise wrong_value(file.name, read, str(error)) from None
    return Read(file.name, content, read)


def _form_of(read: YamlText) -> type[WrittenFile]:
    fields = read.value if isinstance(read.value, dict) else {}
    return next((form for field, form in _FORMS if field in fields), Kloe)


def _read(file: Traversable) -> YamlText:
    content = _content(file)
    try:
        return read_yaml(content)
    except YamlProblem as problem:
        raise PackError(file.name, problem.where, problem.expected) from None


def _content(file: Traversable) -> bytes:
    """The file's bytes; one that is too large is refused before it is read, or, inside an archive, after the most allowed."""
    if not file.is_file():
        raise PackError(file.name, "", "a file of the pack was expected here and there is none")
    too_large = PackError(
        file.name, "", f"at most {LARGEST_FILE // 1024 // 1024} MB was expected and the file is larger"
    )
    try:
        if isinstance(file, Path) and file.stat().st_size > LARGEST_FILE:
            raise too_large
        with file.open("rb") as stream:
            content: bytes = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise PackError(file.name, "", f"a file that can be read was expected ({error.strerror})") from error
    if len(content) > LARGEST_FILE:
        raise too_large
    return content


def _pack(parts: PackParts) -> Pack:
    first = parts.first.content
    cards = parts.role_cards.content.role_cards if parts.role_cards else ()
    return Pack(
        id=first.id,
        title=first.title,
        subtitle=first.subtitle,
        version=first.version,
        updates=first.updates,
        approach=first.approach,
        interview_rules=first.interview_rules,
        trust_type_notes=first.trust_type_notes,
        guidance_notes=first.guidance_notes,
        inspection_tools=first.inspection_tools,
        roles=parts.roles.content.roles,
        kloes=tuple(kloe.content for kloe in parts.kloes),
        roles_named_in_evidence=parts.roles.content.named_in_evidence,
        reading=first.reading,
        role_cards=tuple(written.card() for written in cards),
        aliases=parts.aliases.content.aliases if parts.aliases else (),
        forms=parts.forms.content.forms if parts.forms else (),
        role_sources=parts.role_sources.content.role_sources if parts.role_sources else (),
        groups=parts.groups.content.groups if parts.groups else (),
        groups_asked=parts.groups.content.groups_asked if parts.groups else (),
    )
