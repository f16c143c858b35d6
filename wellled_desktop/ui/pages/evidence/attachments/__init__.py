"""The files of an evidence entry: listed, attached by dialog, paste and drop, noted as necessary, retracted and restored."""
