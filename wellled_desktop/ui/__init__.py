"""The window. Qt lives here and nowhere else; what is recorded and how it is kept does not live here."""
