#!/usr/bin/env python3
"""Adds messages to the six files of one area, from a table on standard input.

    tools/add_words.py case <<'END'
    case-tab-access | Access | الوصول | Доступ | Erişim | دسترسی | Accès
    case-late-by | @n one=# day late;;other=# days late | @n zero=…;;one=…;;two=…;;few=…;;many=…;;other=… | … | … | … | …
    END

The columns are English, Arabic, Russian, Turkish, Persian, French. `{name}` is a value. `@n` begins a message with plural forms by
the value `n`: forms are parted by `;;`, and `#` is the number. An id that the file has already gets the new text.
"""

import pathlib
import re
import sys

LANGUAGES = ["en", "ar", "ru", "tr", "fa", "fr"]
HERE = pathlib.Path(__file__).parent.parent / "crates/armistice/src/desk/locale"


def values(text: str) -> str:
    return re.sub(r"\{([a-z][a-z-]*)\}", r"{ $\1 }", text)


def message(identifier: str, text: str) -> str:
    if not text.startswith("@"):
        return f"{identifier} = {values(text)}"
    name, rest = text[1:].split(" ", 1)
    lines = [f"{identifier} = {{ ${name} ->"]
    for form in rest.split(";;"):
        key, words = (part.strip() for part in form.split("=", 1))
        indent = "    *" if key == "other" else "    "
        lines.append(f"{indent}[{key}] " + values(words.replace("#", f"{{ ${name} }}")))
    return "\n".join([*lines, "  }"])


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    rows = [[cell.strip() for cell in line.split("|")] for line in sys.stdin if line.strip()]
    for row in rows:
        if len(row) != 1 + len(LANGUAGES):
            sys.exit(f"{row[0]}: {len(row) - 1} texts, and there are {len(LANGUAGES)} languages")
    for column, language in enumerate(LANGUAGES, start=1):
        path = HERE / language / f"{sys.argv[1]}.ftl"
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        for row in rows:
            new = message(row[0], row[column])
            old = re.compile(rf"^{re.escape(row[0])} =.*\n(?:[ ].*\n)*", re.MULTILINE)
            text = old.sub(lambda _: new + "\n", text, count=1) if old.search(text) else text + new + "\n"
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
