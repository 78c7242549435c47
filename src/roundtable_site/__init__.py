"""Turns a newspaper round table in Chinese into a static microsite."""

__version__ = "0.1.0"
