"""Readout: answers from diplomatic press releases, and never more than the release says."""

__version__ = "0.1.0"
