"""Start from nothing: remove all that a sandbox left behind."""

import shutil
from pathlib import Path

from streams.sandbox.home import find_home, remove_home


def forget(state_dir: Path) -> None:
    """Delete the topics, tables, logs and worker state of ``state_dir``; nothing may run on it."""
    folder = state_dir.expanduser().absolute()
    if not folder.exists():
        return
    home = find_home(folder)
    if home.data.exists():
        remove_home(home)
    shutil.rmtree(folder)
