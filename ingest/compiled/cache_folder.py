"""Files that only save time: `policy-notices` in the user's cache folder (`XDG_CACHE_HOME`, else `~/.cache`)."""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder() -> Path:
    """The folder, made if need be. Raises `OSError` where it cannot be made, also for a user without a home."""
    try:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError as error:
        raise FileNotFoundError(str(error)) from error
    folder = base / "policy-notices"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def write(path: Path, data: bytes) -> None:
    """Puts `data` in the place of the file at once: no other process ever reads half of it. Raises `OSError`."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
