// Lists: which rows are chosen, what may be done with them, which columns show. All of it stands in the address.

import { say } from "./page.ts";
import { number, t } from "./words.ts";

/** More than these are not written into the address. */
const IN_ADDRESS = 50;

/** The address with the chosen rows in it. */
export function withSelected(url: string, ids: readonly string[]): string {
  const out = new URL(url);
  if (ids.length && ids.length <= IN_ADDRESS) out.searchParams.set("selected", ids.join(","));
  else out.searchParams.delete("selected");
  return out.href;
}

/** The address with these columns, at the first page. */
export function withColumns(url: string, columns: readonly string[], all: readonly string[]): string {
  const out = new URL(url);
  if (columns.length === 0 || columns.join() === all.join()) out.searchParams.delete("columns");
  else out.searchParams.set("columns", columns.join(","));
  return out.href;
}

export function start(place: HTMLElement): void {
  const boxes = [...place.querySelectorAll<HTMLInputElement>("tbody .pick input[type=checkbox], [data-item] .pick input[type=checkbox]")].filter((b, i, all) => all.indexOf(b) === i);
  const every = place.querySelector<HTMLInputElement>("[data-pick-all]");
  const bulk = place.querySelector<HTMLElement>(".bulk");
  const count = bulk?.querySelector<HTMLElement>("[data-count]");
  const matching = bulk?.querySelector<HTMLInputElement>("input[data-all-matching]");
  const total = Number(place.dataset["total"] ?? boxes.length);
  const chosen = (): string[] => boxes.filter((b) => b.checked).map((b) => b.value);

  const show = (speak: boolean): void => {
    const ids = chosen();
    for (const b of boxes) b.closest("[data-item], tr")?.classList.toggle("selected", b.checked);
    if (every) {
      every.checked = ids.length > 0 && ids.length === boxes.length;
      every.indeterminate = ids.length > 0 && ids.length < boxes.length;
    }
    const words = matching?.checked ? t("web-table-all-matching", { count: number(total) }) : t("web-table-selected", { count: number(ids.length) });
    if (bulk) bulk.hidden = ids.length === 0 && !matching?.checked;
    if (count) count.textContent = words;
    if (speak) say(words);
    history.replaceState(history.state, "", withSelected(location.href, ids));
  };

  let last: HTMLInputElement | undefined;
  for (const box of boxes) {
    box.addEventListener("click", (e) => {
      if (e.shiftKey && last) {
        const [a, b] = [boxes.indexOf(last), boxes.indexOf(box)].sort((x, y) => x - y) as [number, number];
        for (const between of boxes.slice(a, b + 1)) between.checked = box.checked;
      }
      last = box;
    });
    box.addEventListener("change", () => {
      if (matching) matching.checked = false;
      show(true);
    });
  }
  every?.addEventListener("change", () => {
    for (const b of boxes) b.checked = every.checked;
    if (matching && !every.checked) matching.checked = false;
    show(true);
  });
  matching?.addEventListener("change", () => show(true));
  bulk?.querySelector("[data-clear]")?.addEventListener("click", () => {
    for (const b of boxes) b.checked = false;
    if (matching) matching.checked = false;
    show(true);
  });

  const before = new Set((new URL(location.href).searchParams.get("selected") ?? "").split(",").filter(Boolean));
  for (const b of boxes) if (before.has(b.value)) b.checked = true;
  show(false);

  const menu = place.querySelector<HTMLDetailsElement>("details.columns-menu");
  if (menu) {
    const columns = [...menu.querySelectorAll<HTMLInputElement>("input[name=columns], input[name=column]")];
    const was = columns.map((c) => c.checked).join();
    const apply = (): void => {
      if (columns.map((c) => c.checked).join() === was) return;
      location.assign(withColumns(location.href, columns.filter((c) => c.checked).map((c) => c.value), columns.map((c) => c.value)));
    };
    menu.addEventListener("toggle", () => {
      if (!menu.open) apply();
    });
    menu.querySelector("form")?.addEventListener("submit", (e) => {
      e.preventDefault();
      menu.open = false;
    });
    menu.addEventListener("keydown", (e) => {
      if (e.key !== "Escape") return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    });
    document.addEventListener("click", (e) => {
      if (menu.open && e.target instanceof Node && !menu.contains(e.target)) menu.open = false;
    });
  }
}
