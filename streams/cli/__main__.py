"""``python -m streams.cli``: the command, for processes that start others."""

from streams.cli import main

main()
