"""Whole answers, as they read. ``python -m tests.golden`` writes them anew, to be read before they are committed."""
