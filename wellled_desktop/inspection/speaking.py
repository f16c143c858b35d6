"""How people at the trust are spoken of everywhere: by role and label, never by name."""

_SAMPLE = "a sample of "
_MERE_LETTER = 3


def spoken_role(title: str) -> str:
    """The role as one speaks of somebody who holds it: one of "a sample of governors" is "governors"."""
    return title.removeprefix(_SAMPLE)


def role_and_label(title: str, label: str) -> str:
    """The role, and what tells two holders apart: consultants (B); a label that says more comes first: ward nurse (nurses).

    A label that only repeats the role is the role.
    """
    role = spoken_role(title)
    if not label or repeats(label, role):
        return label or role
    return f"{role} ({label})" if len(label) <= _MERE_LETTER else f"{label} ({role})"


def repeats(label: str, role: str) -> bool:
    """Whether a label says no more than the role does, a plural apart."""
    return label.casefold().rstrip("s") == role.casefold().rstrip("s")
