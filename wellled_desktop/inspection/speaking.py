"""How people at the trust are spoken of everywhere: by role and label, never by name."""

_SAMPLE = "a sample of "
_MERE_LETTER = 3


def spoken_role(title: str) -> str:
    """The role as one speaks of somebody who holds it: one of "a sample of governors" is "governors"."""
    return title.removeprefix(_SAMPLE)


def role_and_label(title: str, label: str) -> str:
    """The role, and what tells two holders apart: consultants (B); a label that says more comes first: ward nurse (nurses).

    A label that only repeats the role is the role: the chair is the trust chair. Where the role has two names, the label
    chooses one: the chief nurse is not also called nursing director.
    """
    role = spoken_role(title)
    if not label:
        return role
    if any(_words(label) == _words(name) for name in role.split("/")):
        return label
    if repeats(label, role):
        return role
    return f"{role} ({label})" if len(label) <= _MERE_LETTER else f"{label} ({role})"


def repeats(label: str, role: str) -> bool:
    """Whether a label says no more than the role does, a plural apart."""
    return len(label) > _MERE_LETTER and set(_words(label)) <= set(_words(role))


def _words(text: str) -> list[str]:
    return [word.rstrip("s") for word in text.casefold().replace("/", " ").split()]
