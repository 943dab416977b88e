"""The index: what look-ups read instead of the files, made from them and thrown away at will."""
