// The keyboard. Items of a list are elements with `data-item` inside one with `data-items`; anything with `data-key="y"` is pressed by that key,
// first inside the current item, then on the page. No key works while someone types or with a modifier; each can be switched off.

import { make, say, still, store } from "./page.ts";
import { has, t } from "./words.ts";

const OFF = "armistice.keys.off";

/** Keys that every page has; the page's own come from `data-key`. */
const OWN: readonly (readonly [key: string, word: string])[] = [
  ["j", "web-keys-next"],
  ["k", "web-keys-previous"],
  ["o", "web-keys-open"],
  ["x", "web-keys-select"],
  ["/", "web-keys-search"],
  ["?", "web-keys-help"],
];

/** Whether what has the focus takes letters itself. */
export function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "reset", "image", "range", "color", "file"].includes(target.type);
}

/** Keys that were switched off; `*` is all of them. */
export function off(text: string | null | undefined): Set<string> {
  try {
    const list: unknown = JSON.parse(text ?? "[]");
    return new Set(Array.isArray(list) ? list.filter((k): k is string => typeof k === "string") : []);
  } catch {
    return new Set();
  }
}

const readOff = (): Set<string> => off(store()?.getItem(OFF));

function writeOff(set: Set<string>): void {
  store()?.setItem(OFF, JSON.stringify([...set].sort()));
}

/** What can be the current item: what says so, and rows, cards and claims of the desk's lists. */
export const ITEM = '[data-items] [data-item], .table tbody tr[data-id], .cards > [data-id], .margin > [data-claim]';

const visible = (e: Element): boolean => e.getClientRects().length > 0;
const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(ITEM)].filter(visible);
export const current = (): HTMLElement | null => [...document.querySelectorAll<HTMLElement>(".current")].find((e) => e.matches(ITEM)) ?? null;

/** Makes an item the current one, brings it into view and gives it the focus. */
export function choose(item: HTMLElement, focus = true): void {
  const before = current();
  if (before !== item) before?.classList.remove("current");
  item.classList.add("current");
  if (focus) {
    if (!item.hasAttribute("tabindex")) item.tabIndex = -1;
    item.focus({ preventScroll: true });
  }
  item.scrollIntoView({ block: "nearest", behavior: still() ? "auto" : "smooth" });
  item.dispatchEvent(new CustomEvent("desk:current", { bubbles: true }));
}

function move(by: number): void {
  const all = items();
  const now = current();
  const at = now ? all.indexOf(now) : -1;
  const next = all[now ? Math.min(Math.max(at + by, 0), all.length - 1) : by > 0 ? 0 : all.length - 1];
  if (next) choose(next);
}

function press(element: HTMLElement): void {
  if (element.matches("input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select")) {
    element.focus();
    if (element instanceof HTMLInputElement) element.select();
  } else {
    element.click();
  }
}

function placeOf(key: string): HTMLElement | null {
  const selector = `[data-key="${CSS.escape(key)}"]:not(:disabled):not([aria-disabled="true"])`;
  const inside = current()?.querySelector<HTMLElement>(selector);
  return inside ?? [...document.querySelectorAll<HTMLElement>(selector)].find((e) => visible(e) && !e.closest(ITEM)) ?? null;
}

/** Does what a key says; false if it says nothing here. */
function act(key: string): boolean {
  const place = placeOf(key);
  if (place) {
    press(place);
    return true;
  }
  const now = current();
  switch (key) {
    case "j":
      move(1);
      return true;
    case "k":
      move(-1);
      return true;
    case "o": {
      const link = now?.querySelector<HTMLElement>("[data-open]") ?? now?.querySelector<HTMLElement>("a[href]");
      link?.click();
      return link !== undefined && link !== null;
    }
    case "x": {
      const box = now?.querySelector<HTMLInputElement>(".pick input, input[type=checkbox]");
      box?.click();
      return box !== undefined && box !== null;
    }
    case "/": {
      const search = document.querySelector<HTMLInputElement>("form.search input, input[type=search]");
      search?.focus();
      search?.select();
      return search !== null;
    }
    case "?":
      sheet();
      return true;
    default:
      return false;
  }
}

/** Keys of this page with what they do, its own first. */
function listed(): [key: string, label: string][] {
  const out = new Map<string, string>();
  for (const place of document.querySelectorAll<HTMLElement>("[data-key]")) {
    const key = place.dataset["key"];
    if (!key || out.has(key)) continue;
    out.set(key, place.dataset["keyLabel"] ?? place.getAttribute("aria-label") ?? labelOf(place));
  }
  for (const [key, word] of OWN) if (!out.has(key)) out.set(key, t(word));
  return [...out];
}

function labelOf(place: HTMLElement): string {
  const copy = place.cloneNode(true) as HTMLElement;
  for (const hint of copy.querySelectorAll("kbd, .icon")) hint.remove();
  return copy.textContent?.trim() || place.getAttribute("name") || "";
}

/** A dialog with a head and a button that closes it. */
function dialog(id: string, title: string, cls: string): { box: HTMLDialogElement; inner: HTMLElement } {
  document.getElementById(id)?.remove();
  const close = make("button", { type: "button", class: "quiet" }, t("web-keys-close"));
  const inner = make("div", { class: `inner ${cls}`.trim() });
  const box = make("dialog", { id, "aria-labelledby": `${id}-title` }, make("header", {}, make("h2", { id: `${id}-title` }, title), close), inner);
  close.addEventListener("click", () => box.close());
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  return { box, inner };
}

/** The sheet of keys, each with a switch. */
export function sheet(): void {
  const { box, inner } = dialog("keys-sheet", t("web-keys-title"), "");
  const set = readOff();
  const all = make("input", { type: "checkbox", id: "keys-all" });
  all.checked = !set.has("*");
  const list = make("ul", { class: "problems" });
  const boxes: HTMLInputElement[] = [];
  for (const [key, label] of listed()) {
    const id = `key-${key.codePointAt(0) ?? 0}-${key.length}`;
    const box = make("input", { type: "checkbox", id, "data-key-switch": key });
    box.checked = !set.has(key);
    const state = make("span", { class: "muted small" });
    const tell = (): void => {
      state.textContent = box.checked && all.checked ? t("web-keys-on") : t("web-keys-off");
    };
    box.addEventListener("change", () => {
      const now = readOff();
      if (box.checked) now.delete(key);
      else now.add(key);
      writeOff(now);
      tell();
    });
    all.addEventListener("change", tell);
    tell();
    boxes.push(box);
    list.append(make("li", {}, make("kbd", {}, key), make("label", { for: id }, label), make("span", { class: "row" }, state, box)));
  }
  all.addEventListener("change", () => {
    const now = readOff();
    if (all.checked) now.delete("*");
    else now.add("*");
    writeOff(now);
    for (const b of boxes) b.disabled = !all.checked;
  });
  for (const b of boxes) b.disabled = !all.checked;
  inner.append(
    make("p", { class: "choice" }, all, make("label", { for: "keys-all" }, t("web-keys-switch"))),
    list,
    make("p", { class: "muted small" }, make("kbd", {}, "Ctrl"), " + ", make("kbd", {}, "K"), ` ${t("web-keys-palette")}`),
  );
  box.showModal();
}

/** Everything that the page links to, found by typing. */
export function palette(): void {
  if (document.querySelector("dialog[open]")) return;
  const box = make("dialog", { id: "palette", class: "palette", "aria-label": t("web-keys-palette") });
  const input = make("input", { type: "text", role: "combobox", "aria-expanded": "true", "aria-controls": "palette-list", "aria-autocomplete": "list", "aria-label": t("web-keys-palette"), autocomplete: "off", spellcheck: "false", placeholder: t("web-keys-palette") });
  const list = make("ul", { id: "palette-list", role: "listbox", "aria-label": t("web-keys-palette") });
  box.append(input, list);
  const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-palette], .rail a, [data-items] a[data-open]")].map((a) => ({ words: a.dataset["palette"] || labelOf(a), href: a.href }));
  const search = document.querySelector<HTMLFormElement>("form.search");
  let at = 0;
  const show = (): void => {
    const typed = fold(input.value);
    const found = links.filter((l) => l.words && fold(l.words).includes(typed)).filter((l, i, all) => all.findIndex((o) => o.href === l.href) === i).slice(0, 12);
    if (typed && search) {
      const url = new URL(search.action || location.href);
      url.searchParams.set(search.querySelector<HTMLInputElement>("input[type=search], input[name]")?.name || "q", input.value.trim());
      found.push({ words: t("web-keys-search-for", { words: input.value.trim() }), href: url.href });
    }
    at = Math.max(0, Math.min(at, found.length - 1));
    list.replaceChildren(
      ...found.map((l, i) => {
        const option = make("li", { role: "option", id: `palette-${i}`, "aria-selected": String(i === at) }, make("bdi", {}, l.words));
        option.addEventListener("click", () => location.assign(l.href));
        return option;
      }),
    );
    if (found.length) input.setAttribute("aria-activedescendant", `palette-${at}`);
    else {
      input.removeAttribute("aria-activedescendant");
      list.append(make("li", { role: "option", "aria-selected": "false", "aria-disabled": "true", class: "muted" }, t("web-keys-nothing")));
    }
  };
  input.addEventListener("input", () => {
    at = 0;
    show();
  });
  input.addEventListener("keydown", (e) => {
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      at += e.key === "ArrowDown" ? 1 : -1;
      show();
      e.preventDefault();
    } else if (e.key === "Enter") {
      list.querySelector<HTMLElement>('[aria-selected="true"]')?.click();
      e.preventDefault();
    }
  });
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  show();
  box.showModal();
  input.focus();
}

/** Lower case, without marks over letters, so that typing is easy. */
export const fold = (words: string): string => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

export function start(): void {
  document.addEventListener("keydown", (e) => {
    if (e.defaultPrevented || e.isComposing) return;
    if ((e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.key.toLowerCase() === "k") {
      if (readOff().has("*")) return;
      palette();
      e.preventDefault();
      return;
    }
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const enter = e.key === "Enter" && e.target instanceof HTMLElement && e.target.matches(ITEM);
    const key = enter ? "o" : e.key.length === 1 ? (e.key === e.key.toUpperCase() && e.shiftKey && /\p{L}/u.test(e.key) ? "" : e.key) : "";
    if (!key) return;
    const set = readOff();
    if (!enter && (set.has("*") || set.has(key))) return;
    if (act(key)) e.preventDefault();
  });
  // Where the focus goes, the current item goes too.
  document.addEventListener("focusin", (e) => {
    const item = e.target instanceof Element ? e.target.closest<HTMLElement>(ITEM) : null;
    if (item && item !== current()) choose(item, false);
  });
  document.addEventListener("click", (e) => {
    if (e.target instanceof Element && e.target.closest("[data-keys-sheet]")) {
      sheet();
      e.preventDefault();
    }
  });
  if (readOff().has("*") && has("web-keys-all-off")) say(t("web-keys-all-off"));
}
