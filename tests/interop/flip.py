"""Flips one bit of a file: flip.py FILE BYTE. A byte beyond the end counts from the start again."""

import sys

path, at = sys.argv[1], int(sys.argv[2])
with open(path, "r+b") as file:
    data = bytearray(file.read())
    data[at % len(data)] ^= 1
    file.seek(0)
    file.write(data)
