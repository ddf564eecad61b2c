"""Waits, at most 60 seconds, until a program has printed a JSON object into a file, and prints one value of it: said.py FILE KEY"""

import json
import sys
import time

path, key = sys.argv[1:]
end = time.monotonic() + 60
while time.monotonic() < end:
    try:
        with open(path, encoding="utf-8") as file:
            print(json.load(file)[key])
        sys.exit(0)
    except (OSError, json.JSONDecodeError):
        time.sleep(0.05)
sys.exit(f"{path}: nothing was said")
