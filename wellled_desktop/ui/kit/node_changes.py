"""The kinds of change after which what is linked to a node of the framework, or its state, may be another."""

CONCERNING = frozenset(
    {
        "line-written", "line-amended", "line-coded", "line-retracted", "line-restored",
        "evidence-state-set", "evidence-recorded", "evidence-amended", "evidence-linked", "evidence-retracted",
        "evidence-restored",
    }
)  # fmt: skip
LINKING = CONCERNING | frozenset(
    {
        "evidence-amended", "evidence-linked", "finding-recorded", "finding-linked", "finding-retracted", "finding-restored",
        "participant-added", "participant-changed", "session-changed",
    }
)  # fmt: skip
"""And after which it may come from another source, or point another way."""
WEIGHING = LINKING | frozenset(
    {
        "local-node-added", "local-node-amended", "local-node-retracted", "local-node-restored", "request-made",
        "request-state-set", "trust-types-changed",
    }
)  # fmt: skip
"""And after which the advice on it may be another."""
