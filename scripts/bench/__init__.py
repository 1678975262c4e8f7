"""Measure both frameworks: `python -m bench` writes docs/_data/measurements/*.json."""
