"""The reading plan: who of the team reads which pages of an entry, and how far they are."""
