"""Whether quoted words are in a release, whose they are, and what was done to them."""
