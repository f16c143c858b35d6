"""The published framework as data: what a pack holds, how it is read and checked, what applies to a trust, whom to ask what.

Imports nothing of ours. What an inspector records against the framework is not here.
"""
