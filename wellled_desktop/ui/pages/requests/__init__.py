"""What the inspection has asked of the trust and not yet got."""
