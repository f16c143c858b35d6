"""What the groups of a pack must be: each id once, in plain words, and words of the framework quoted as they stand there."""

import re
from collections.abc import Callable, Iterator, Mapping

from wellled_desktop.framework.groups import GroupWords
from wellled_desktop.framework.pack_errors import PackError
from wellled_desktop.framework.pack_files import GroupsFile

Wrong = Callable[..., PackError]
# An answer has the id and, after a space, how many people of the group were heard.
_PLAIN_ID = re.compile(r"[a-z][a-z0-9-]{0,60}\Z")


def group_problems(
    written: GroupsFile, texts: Mapping[str, str], is_lost: Callable[[str], bool], wrong: Wrong
) -> Iterator[PackError]:
    """Everything wrong with the groups; what is said of a node that is lost itself shares its cause."""
    ids: set[str] = set()
    for at, group in enumerate(written.groups):
        path = f"$.groups[{at}]"
        if not _PLAIN_ID.match(group.id):
            yield wrong(f"{path}.id", f"small letters, digits and - were expected and “{group.id[:60]}” has others")
        if group.id in ids:
            yield wrong(f"{path}.id", f"each group stands once and “{group.id[:60]}” stands twice")
        ids.add(group.id)
        yield from _quoted(group.also_asked, f"{path}.also_asked", texts, is_lost, wrong)
    for at, asked in enumerate(written.groups_asked):
        yield from _quoted(asked.words, f"$.groups_asked[{at}].words", texts, is_lost, wrong)


def _quoted(
    quoted: tuple[GroupWords, ...],
    path: str,
    texts: Mapping[str, str],
    is_lost: Callable[[str], bool],
    wrong: Wrong,
) -> Iterator[PackError]:
    for at, one in enumerate(quoted):
        if one.node in texts:
            if one.words not in texts[one.node]:
                words = f"words that stand in {one.node} were expected and “{one.words[:60]}” does not stand there"
                yield wrong(f"{path}[{at}].words", words)
        elif not is_lost(one.node):
            words = f"a node of the pack with words was expected and “{one.node[:60]}” is none"
            yield wrong(f"{path}[{at}].node", words, f"node {one.node}")
