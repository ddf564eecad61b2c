// The page's words: `<script type="application/json" id="words">` holds an object of id → message. Scripts have no words of their own.

let words: Record<string, string> | undefined;

function table(): Record<string, string> {
  if (words) return words;
  words = {};
  const place = document.getElementById("words");
  if (place) {
    try {
      words = JSON.parse(place.textContent ?? "{}") as Record<string, string>;
    } catch (e) {
      console.error("the page's words cannot be read", e);
    }
  }
  return words;
}

/** A message with `{name}` replaced; a missing one shows its id, as on the server. */
export function t(id: string, args: Readonly<Record<string, string | number>> = {}): string {
  const message = table()[id];
  if (message === undefined) return `⟨${id}⟩`;
  return message.replace(/\{\s*\$?([\w-]+)\s*\}/g, (whole, name: string) => (name in args ? `\u2068${String(args[name])}\u2069` : whole));
}

/** Whether the page has this message. */
export const has = (id: string): boolean => id in table();

/** A number as the page's language writes it. */
export const number = (n: number): string => new Intl.NumberFormat(`${document.documentElement.lang || "en"}-u-nu-${document.documentElement.dataset["digits"] ?? "latn"}`).format(n);

/** For tests: forget what was read. */
export function forget(): void {
  words = undefined;
}
