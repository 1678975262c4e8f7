"""The seeds that the library has."""
