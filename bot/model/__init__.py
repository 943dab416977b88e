"""What a release says: frozen values, no files, no clock."""
