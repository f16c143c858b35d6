"""Attaching files while one goes on with something else: one after the other, remembered until each is in the record."""
