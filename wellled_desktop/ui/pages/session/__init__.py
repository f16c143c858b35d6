"""The session page: the role card, the note lines with the composer under them, and who is in the room."""
