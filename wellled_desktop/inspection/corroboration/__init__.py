"""Corroboration, the evening meeting: what is to be weighed, KLOE by KLOE, told without names, and what comes of it. Pure."""
