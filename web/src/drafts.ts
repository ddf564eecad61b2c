// Nothing typed is lost: every form or field with `data-draft="NAME"` is kept in this browser until the server says that it has it
// (an element with `data-draft-ack="NAME"` on a later page), and given back with a notice. Kept per account, and thrown away at sign-out.

import { account, dates, make, settled, store } from "./page.ts";
import { t } from "./words.ts";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** Values of a field by its name: text, or what is checked. */
export type Values = Record<string, string[]>;
interface Kept {
  values: Values;
  at: string;
  path: string;
}

const PREFIX = "armistice.draft.";
const place = (name: string): string => `${PREFIX}${account()}.${name}`;

/** What may be kept: never a password, a file, or what the server put there. */
function keeps(f: Element): f is Field {
  if (f instanceof HTMLTextAreaElement || f instanceof HTMLSelectElement) return f.name !== "" || f.dataset["draft"] !== undefined;
  return f instanceof HTMLInputElement && f.name !== "" && !["password", "file", "hidden", "submit", "button", "reset", "image"].includes(f.type) && f.autocomplete !== "one-time-code";
}

const fields = (root: HTMLElement): Field[] => (root instanceof HTMLFormElement ? [...root.elements].filter(keeps) : keeps(root) ? [root] : []);

/** What is in the fields now. */
export function values(list: readonly Field[]): Values {
  const out: Values = {};
  for (const f of list) {
    const name = f.name || "text";
    const to = (out[name] ??= []);
    if (f instanceof HTMLInputElement && (f.type === "checkbox" || f.type === "radio")) {
      if (f.checked) to.push(f.value);
    } else if (f instanceof HTMLSelectElement && f.multiple) {
      for (const o of f.selectedOptions) to.push(o.value);
    } else {
      to.push(f.value);
    }
  }
  return out;
}

function give(list: readonly Field[], kept: Values): void {
  const at: Record<string, number> = {};
  for (const f of list) {
    const name = f.name || "text";
    const got = kept[name];
    if (!got) continue;
    if (f instanceof HTMLInputElement && (f.type === "checkbox" || f.type === "radio")) f.checked = got.includes(f.value);
    else if (f instanceof HTMLSelectElement && f.multiple) for (const o of f.options) o.selected = got.includes(o.value);
    else {
      const i = at[name] ?? 0;
      const value = got[i];
      if (value !== undefined) f.value = value;
      at[name] = i + 1;
    }
    f.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Whether two sets of values are the same. */
export const same = (a: Values, b: Values): boolean => JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

function read(name: string): Kept | undefined {
  try {
    const kept = JSON.parse(store()?.getItem(place(name)) ?? "null") as Kept | null;
    return kept && typeof kept.values === "object" ? kept : undefined;
  } catch {
    return undefined;
  }
}

function notice(root: HTMLElement, words: string, ...buttons: HTMLButtonElement[]): HTMLElement {
  const out = make("div", { class: "notice", role: "status" }, make("p", {}, words), make("div", { class: "row" }, ...buttons));
  if (root instanceof HTMLFormElement) root.prepend(out);
  else root.before(out);
  return out;
}

function button(label: string, run: () => void): HTMLButtonElement {
  const out = make("button", { type: "button" }, label);
  out.addEventListener("click", run);
  return out;
}

function watch(root: HTMLElement): void {
  const name = root.dataset["draft"];
  if (!name) return;
  const server = values(fields(root));
  let full: HTMLElement | undefined;
  const keep = (): void => {
    const now = values(fields(root));
    try {
      if (same(now, server)) store()?.removeItem(place(name));
      else store()?.setItem(place(name), JSON.stringify({ values: now, at: new Date().toISOString(), path: location.pathname } satisfies Kept));
      full?.remove();
      full = undefined;
    } catch {
      full ??= notice(root, t("web-drafts-full"));
    }
  };
  const later = settled(250, keep);
  const kept = read(name);
  if (kept && !same(kept.values, server)) {
    give(fields(root), kept.values);
    const when = new Date(kept.at);
    const at = Number.isNaN(when.getTime()) ? "" : new Intl.DateTimeFormat(dates(), { dateStyle: "medium", timeStyle: "short" }).format(when);
    const shown = notice(
      root,
      t("web-drafts-restored", { when: at }),
      button(t("web-drafts-discard"), () => {
        const was = values(fields(root));
        give(fields(root), { ...Object.fromEntries(Object.keys(was).map((k) => [k, [""]])), ...server });
        store()?.removeItem(place(name));
        shown.remove();
        notice(root, t("web-drafts-discarded"), button(t("web-drafts-undo"), () => {
          give(fields(root), was);
          keep();
        }));
      }),
    );
  }
  root.addEventListener("input", later);
  root.addEventListener("change", later);
  // Submitting is no acknowledgement: what was typed stays until the server says so.
  root.closest("form")?.addEventListener("submit", keep);
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
}

/** Names of what is kept for this account. */
export function kept(): string[] {
  const all = store();
  if (!all) return [];
  return Array.from({ length: all.length }, (_, i) => all.key(i) ?? "").filter((k) => k.startsWith(`${PREFIX}${account()}.`));
}

export function start(): void {
  for (const ack of document.querySelectorAll<HTMLElement>("[data-draft-ack]")) {
    for (const name of (ack.dataset["draftAck"] ?? "").split(/\s+/)) if (name) store()?.removeItem(place(name));
  }
  for (const root of document.querySelectorAll<HTMLElement>("form[data-draft], textarea[data-draft], input[data-draft]")) watch(root);
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sign-out]")) {
    let warned = false;
    form.addEventListener("submit", (e) => {
      const mine = kept();
      if (mine.length && !warned) {
        e.preventDefault();
        warned = true;
        notice(form, t("web-drafts-sign-out", { count: mine.length }));
        return;
      }
      for (const k of mine) store()?.removeItem(k);
    });
  }
}
