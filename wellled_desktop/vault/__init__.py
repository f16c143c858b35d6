"""This laptop: the library of inspections, the keys that open it, and the locks. The cryptography is PyNaCl's, used only here."""
