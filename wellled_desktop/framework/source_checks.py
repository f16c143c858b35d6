"""What the sources of a pack's roles must be: one for every role of the pack, and for no other."""

from collections.abc import Callable, Iterator

from wellled_desktop.framework.pack_errors import PackError
from wellled_desktop.framework.pack_files import RoleSourcesFile

Wrong = Callable[..., PackError]


def source_problems(written: RoleSourcesFile, roles: set[str], wrong: Wrong) -> Iterator[PackError]:
    """Everything wrong with them; what is said of an unknown role shares its cause with the role's other places."""
    given: set[str] = set()
    for at, one in enumerate(written.role_sources):
        path = f"$.role_sources[{at}].role"
        if one.role not in roles:
            yield wrong(path, f"a role of the pack was expected and “{one.role[:60]}” is none", f"role {one.role}")
        elif one.role in given:
            yield wrong(path, f"one source a role was expected and “{one.role[:60]}” has two")
        given.add(one.role)
    # A name mistyped is one mistake: the role it was meant for is not told as missing too.
    for role in sorted(roles - given)[len(given - roles) :]:
        yield wrong(
            "$.role_sources", f"a source for every role was expected and “{role[:60]}” has none", f"role {role}"
        )
