"""The kinds of change after which what is linked to a node of the framework, or its state, may be another."""

CONCERNING = frozenset(
    {
        "line-written", "line-amended", "line-coded", "line-retracted", "line-restored",
        "evidence-state-set", "evidence-recorded", "evidence-retracted", "evidence-restored",
    }
)  # fmt: skip
