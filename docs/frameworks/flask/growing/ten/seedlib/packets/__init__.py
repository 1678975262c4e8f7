"""The packets that gardeners take."""
