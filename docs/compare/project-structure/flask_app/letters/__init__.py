"""Letters to the editor: a part that knows nothing of the sections that use it."""
