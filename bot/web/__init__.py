"""Pages on a loopback or configured address."""
