"""The kinds of change after which who has been interviewed may be another."""

WHO_WAS_MET = frozenset(
    {
        "session-started", "session-start-withdrawn", "session-changed", "session-cancelled", "session-restored",
        "participant-added", "participant-changed", "participant-removed", "participant-returned",
    }
)  # fmt: skip
