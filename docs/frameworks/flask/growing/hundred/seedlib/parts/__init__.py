"""Each part shows the others its `services` and nothing else."""
