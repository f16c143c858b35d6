"""What an evidence entry for a key-evidence item most likely comes from: the kind of source to begin with."""

from wellled_desktop.framework.pack import EvidenceKind
from wellled_desktop.inspection.words import SourceKind

_SOURCE_OF: dict[EvidenceKind, SourceKind] = {
    "interview": "interview",
    "focus-group": "interview",
    "data": "data",
    "survey": "survey",
    "minutes": "minutes",
    "policy": "policy",
    "observation": "observation",
    "external-review": "external",
    "stakeholder-feedback": "external",
}


def likely_source(kind: EvidenceKind) -> SourceKind:
    return _SOURCE_OF.get(kind, "document")
