"""WellLed Desktop: the record of an inspection of how well led an NHS trust is, kept on the inspector's own laptop."""
