"""The place of the same name."""
