"""One module for each place where the project runs."""
