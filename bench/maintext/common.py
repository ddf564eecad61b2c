"""Shared by train.py and score.py: data, splits, labels, word F1.

Must not: write into the data folder, or keep third-party text in the repository.
"""

import collections
import gzip
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("ARMISTICE_SHARED", ROOT.parent / "shared"))
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
BINARY = pathlib.Path(os.environ.get("MAINTEXT", TARGET / "release/examples/maintext"))


def fold(page_id: str) -> int:
    """Five folds by the hash of the page id; fold 0 is validation. wcxb:0001 and page 0001 of wcxb_dev share a fold."""
    return hashlib.sha256(page_id.split(":")[-1].encode()).digest()[0] % 5


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def word_f1(got: str, gold: str) -> float:
    """F1 over the multisets of words; 1 if both are empty."""
    a, b = collections.Counter(words(got)), collections.Counter(words(gold))
    common = sum((a & b).values())
    if not a and not b:
        return 1.0
    return 2 * common / max(1, sum(a.values()) + sum(b.values()))


def run(files: list[pathlib.Path], *arguments: str) -> list[dict]:
    out = []
    for i in range(0, len(files), 200):
        part = [str(f) for f in files[i : i + 200]]
        done = subprocess.run([BINARY, *arguments, *part], stdout=subprocess.PIPE, check=True)
        # Not splitlines(): text may hold U+2028 and its like.
        out += [json.loads(line) for line in done.stdout.decode().split("\n") if line]
    return out


def text_pages() -> list[dict]:
    pages = json.loads((SHARED / "data/plaintext_boiler/pages.json").read_text())
    for page in pages:
        page["lines"] = [(re.sub(r"[\r\n\u2028\u2029\f]+", " ", t), y) for t, y in page["lines"]]
    return pages


def cropped(page: dict) -> dict:
    """The same page as people save it by hand: the article with 0–6 lines of furniture before and after it."""
    main = [i for i, (_, y) in enumerate(page["lines"]) if y]
    digest = hashlib.sha256(("crop " + page["id"]).encode()).digest()
    start = max(0, main[0] - digest[0] % 7)
    end = main[-1] + 1 + digest[1] % 7
    return {**page, "lines": page["lines"][start:end], "crop": True}


def write_text_pages(pages: list[dict], folder: str) -> list[pathlib.Path]:
    files = []
    for i, page in enumerate(pages):
        file = pathlib.Path(folder) / f"{i:05}.txt"
        file.write_text("\n".join(t for t, _ in page["lines"]), newline="")
        files.append(file)
    return files


def html_pages() -> list[dict]:
    pages = []
    for file in sorted((SHARED / "data/wcxb_dev/ground-truth").glob("*.json")):
        gold = json.loads(file.read_text())
        html = SHARED / "data/wcxb_dev/html" / f"{file.stem}.html.gz"
        if html.exists():
            truth = gold["ground_truth"]
            pages.append({
                "id": file.stem,
                "type": gold["_internal"]["page_type"]["primary"],
                "html": html,
                "main": truth["main_content"] or "",
                "truth": truth,
            })
    return pages


def write_html_pages(pages: list[dict], folder: str) -> list[pathlib.Path]:
    files = []
    for page in pages:
        file = pathlib.Path(folder) / f"{page['id']}.html"
        file.write_bytes(gzip.decompress(page["html"].read_bytes()))
        files.append(file)
    return files


def align(lines: list[str], main: str) -> list[int]:
    """Labels lines as main where most of their word trigrams stand in the gold text, each gold line used once."""
    gold = words(main)
    shingles = collections.Counter(zip(gold, gold[1:], gold[2:]))
    whole = collections.Counter(tuple(words(line)) for line in main.split("\n"))
    labels = []
    for line in lines:
        own = words(line)
        if not own:
            labels.append(0)
        elif len(own) < 3:
            key = tuple(own)
            hit = whole[key] > 0
            whole[key] -= hit
            labels.append(int(hit))
        else:
            keys = list(zip(own, own[1:], own[2:]))
            hits = sum(shingles[k] > 0 for k in keys)
            labels.append(int(2 * hits >= len(keys)))
            if labels[-1]:
                for k in keys:
                    shingles[k] -= 1
    return labels


__all__ = [n for n in dir() if not n.startswith("_")]
_ = (sys, tempfile)
