"""From data/ on disk to look-ups: read, check, keep, find."""
