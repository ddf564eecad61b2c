"""From a published register's first bundle: the id of an entry, or the key that the first entry declares.

    entry_id.py PUBLISHED INDEX|key"""

import glob
import hashlib
import os
import struct
import sys

published, what = sys.argv[1:]
bundles = sorted(glob.glob(os.path.join(published, "tile/entries/000*")), key=os.path.isdir)
path = bundles[0]
if os.path.isdir(path):
    path = max(glob.glob(os.path.join(path, "*")), key=lambda p: int(os.path.basename(p)))
with open(path, "rb") as file:
    data = file.read()
entries, at = [], 0
while at < len(data):
    (length,) = struct.unpack(">H", data[at : at + 2])
    entries.append(data[at + 2 : at + 2 + length])
    at += 2 + length
if what == "key":
    # mission_opened is {0: title, 1: key}; the key is the last 32 bytes of the payload, before the signature (2 + 64 bytes).
    print(entries[0][:-66][-32:].hex())
else:
    print(hashlib.sha256(b"\0" + entries[int(what)]).hexdigest())
