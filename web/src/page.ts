// Small things that several parts share.

/** Makes an element with attributes and children. No markup is ever parsed. */
export function make<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Readonly<Record<string, string>> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const out = document.createElement(name);
  for (const [k, v] of Object.entries(attributes)) out.setAttribute(k, v);
  out.append(...children);
  return out;
}

const SVG = "http://www.w3.org/2000/svg";

/** The same for SVG. */
export function draw(name: string, attributes: Readonly<Record<string, string | number>> = {}, ...children: (Node | string)[]): SVGElement {
  const out = document.createElementNS(SVG, name);
  for (const [k, v] of Object.entries(attributes)) out.setAttribute(k, String(v));
  out.append(...children);
  return out;
}

/** The language in which dates and numbers are written: the months of the Levant in Arabic, western digits and the Gregorian calendar unless the page says another. */
export function dates(): string {
  const { lang, dataset } = document.documentElement;
  const language = lang === "ar" ? "ar-SY" : lang || "en";
  const calendar = dataset["calendar"] === "jalali" ? "persian" : "gregory";
  return `${language}-u-ca-${calendar}-nu-${dataset["digits"] ?? "latn"}`;
}

/** An address of a file beside this script. */
export function beside(name: string): string {
  const file = MADE[name];
  if (!file) throw new Error(`${name} is not among the files of the bundle`);
  return new URL(`./${file}`, import.meta.url).href;
}

/** The data that the page gives a part: JSON in a script child. */
export function data(place: HTMLElement): unknown {
  const script = place.querySelector(':scope > script[type="application/json"]');
  return script ? JSON.parse(script.textContent ?? "null") : undefined;
}

/** Says something to whoever listens to the page, politely. */
export function say(words: string): void {
  let place = document.getElementById("said");
  if (!place) {
    place = make("div", { id: "said", role: "status", "aria-live": "polite", class: "visually-hidden" });
    document.body.append(place);
  }
  place.textContent = words;
}

/** A short message at the edge of the page, with at most one thing to do. It stays until it is put away. */
export function toast(words: string, close: string, action?: { label: string; run: () => void }): HTMLElement {
  let place = document.querySelector<HTMLElement>(".toast-place");
  if (!place) {
    place = make("div", { class: "toast-place", role: "status", "aria-live": "polite" });
    document.body.append(place);
  }
  const out = make("div", { class: "toast" }, make("span", {}, words));
  if (action) {
    const button = make("button", { type: "button" }, action.label);
    button.addEventListener("click", action.run);
    out.append(button);
  }
  const button = make("button", { type: "button" }, close);
  button.addEventListener("click", () => out.remove());
  out.append(button);
  place.append(out);
  return out;
}

/** The browser's store, or nothing where it is refused. */
export function store(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** Who is signed in, so that what one types is not shown to the next: `data-account` of the document. */
export const account = (): string => document.documentElement.dataset["account"] ?? "";

/** Waits until nothing has come for a while. */
export function settled(milliseconds: number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds);
  };
}

/** Whether the reader asked for less motion. */
export const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
