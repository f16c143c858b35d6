"""What is in an attachment: its words for the search, pictures of its pages, and copies without the place they were taken.

Whatever takes a content apart runs in a process of its own with limits (`child`); this process only reads its answers.
See docs/decisions/0008-documents-are-read-in-a-process-of-their-own.md.
"""
