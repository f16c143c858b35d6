"""What can be recorded about an inspection and the rules of it: commands, decisions, read models, the journal's form.

Pure: no Qt, SQL, PDF, files or clock. Time, identity and the present state are handed in.
"""
