"""The worked example inspection, played by a seeded generator. Pure: its content and its chance are handed in."""
