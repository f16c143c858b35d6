"""Read models → documents. ReportLab lives here and nowhere else, and only in `fonts` and `layout`: the rest is plain data."""
