#!/usr/bin/env python3
"""Makes N articles for the throughput benchmark, deterministically, out of the sentences of our own scenarios.

Must not: use anybody else's text. Every tenth article is a copy of an earlier one under another title, some with furniture.

Usage: make.py OUT_DIR N
"""

import html
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FURNITURE = ["Skip to content", "Home", "World", "Share", "Print", "Sign up to our newsletter", "Related articles",
             "Comments are closed.", "All rights reserved."]


def sentences():
    out = []
    for path in sorted((ROOT / "scenarios").glob("*/*")):
        if path.suffix not in (".txt", ".html", ".md") or path.name == "README.md":
            continue
        text = path.read_bytes().decode("utf-8", "ignore")
        text = html.unescape(re.sub(r"<[^>]+>", " ", text))
        for piece in re.split(r"(?<=[.!?])\s+", text):
            piece = " ".join(piece.split())
            if 40 <= len(piece) <= 400 and piece[0].isupper():
                out.append(piece)
    return out


def main():
    out, n = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(20170123)
    pool = sentences()
    words = sorted({w for s in pool for w in re.findall(r"\b[a-z]{4,}\b", s)})
    names = [a + b for a in "Bar Del Kor Mal Nev Per Sal Tav Ur Zel".split() for b in "an esh ik or una".split()]
    bodies = []
    for i in range(n):
        if i % 10 == 9 and bodies:
            body = list(rng.choice(bodies[-2000:]))
            rng.shuffle(body[len(body) // 2:])
        else:
            body = []
            while sum(len(p) for p in body) < 3400:
                paragraph = []
                for _ in range(rng.randint(1, 3)):
                    s = rng.choice(pool)
                    # Other names and figures, so that articles share sentences' shape and not their words.
                    s = re.sub(r"\b[A-Z][a-z]{4,}\b", lambda m: rng.choice(names) if rng.random() < 0.35 else m[0], s)
                    s = re.sub(r"\b\d{2,4}\b", lambda m: str(rng.randint(2, 999)), s)
                    # Many other words too: real articles do not share runs of eight words by chance.
                    s = re.sub(r"\b[a-z]{4,}\b", lambda m: rng.choice(words) if rng.random() < 0.4 else m[0], s)
                    paragraph.append(s)
                body.append(" ".join(paragraph))
        bodies.append(body)
        title = f"Report {i} from {rng.choice(names)}: {rng.choice(names)} and {rng.choice(names)} speak of the truce"
        day = f"{1 + i % 28} January 2017"
        if i % 4 == 3:
            inner = "".join(f"<p>{html.escape(p)}</p>" for p in body)
            nav = "".join(f'<li><a href="/{k}">{f}</a></li>' for k, f in enumerate(FURNITURE))
            page = (f"<!doctype html><html><head><title>{title} - Bench Courier</title></head><body><nav><ul>{nav}</ul></nav>"
                    f"<article><h1>{title}</h1><p class=date>Published {day}</p>{inner}</article></body></html>")
            (out / f"{i:06}.html").write_text(page)
        else:
            head = rng.sample(FURNITURE, 3)
            tail = rng.sample(FURNITURE, 3)
            text = "\n".join(head) + f"\n\n{title}\n\nPublished {day}\n\n" + "\n\n".join(body) + "\n\n" + "\n".join(tail) + "\n"
            (out / f"{i:06}.txt").write_text(text)


main()
