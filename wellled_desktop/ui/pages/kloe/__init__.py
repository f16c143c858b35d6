"""A key line of enquiry: what the framework says under it, what is linked to each part, and the key-evidence checklist."""
