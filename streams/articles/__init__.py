"""Stage 1, the feeder: files and standard input to ``articles.raw``."""
