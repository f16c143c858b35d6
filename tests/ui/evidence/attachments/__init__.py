"""The attachments of an entry, on the Evidence page of a real inspection."""
