"""What the site knows, loaded and checked. Nothing here imports MkDocs."""
