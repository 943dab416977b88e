"""Announcements: when a post is due, what the ledger remembers of it, and who sends it."""
