"""Reports: the day report of a chosen day and inspector, as a PDF."""
