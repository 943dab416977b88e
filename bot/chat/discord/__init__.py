"""The answers in Discord."""
