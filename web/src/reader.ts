// Words and their cards light each other. Words are `.words` or `.claim[data-claims="c12 c19"]`, or `.run[data-runs="r1"]`; cards `.margin-card[data-claim]`
// or `[data-run]`. One stretch of words may belong to several, so their underlines lie one under the other.

/** The ids that an element belongs to. */
export const idsOf = (e: HTMLElement): string[] => [e.dataset["claims"], e.dataset["claim"], e.dataset["runs"], e.dataset["run"], e.dataset["copied"]].flatMap((s) => s?.split(/\s+/) ?? []).filter(Boolean);

/** Where each card should stand, so that it is beside its words and none covers another. `wanted` and `heights` go by card. */
export function placed(wanted: readonly number[], heights: readonly number[], gap: number): number[] {
  const out: number[] = [];
  let free = 0;
  for (const [i, want] of wanted.entries()) {
    const top = Math.max(want, free);
    out.push(top);
    free = top + (heights[i] ?? 0) + gap;
  }
  return out;
}

export function start(place: HTMLElement): void {
  const words = [...place.querySelectorAll<HTMLElement>("span.claim, span.words, span.run, span.copied")];
  const cards = [...place.querySelectorAll<HTMLElement>(".margin-card, .margin > [data-claim]")];
  const margin = place.querySelector<HTMLElement>(".margin");

  const by = new Map<string, { words: HTMLElement[]; cards: HTMLElement[] }>();
  for (const [list, key] of [[words, "words"], [cards, "cards"]] as const) {
    for (const e of list) for (const id of idsOf(e)) {
      const entry = by.get(id) ?? { words: [], cards: [] };
      entry[key].push(e);
      by.set(id, entry);
    }
  }

  const light = (ids: readonly string[], on: boolean): void => {
    for (const id of ids) for (const e of [...(by.get(id)?.words ?? []), ...(by.get(id)?.cards ?? [])]) e.classList.toggle("lit", on);
  };
  for (const e of [...words, ...cards]) {
    const ids = idsOf(e);
    e.addEventListener("pointerenter", () => light(ids, true));
    e.addEventListener("pointerleave", () => light(ids, false));
    e.addEventListener("focusin", () => light(ids, true));
    e.addEventListener("focusout", () => light(ids, false));
  }
  for (const e of words) {
    e.addEventListener("click", () => {
      if (getSelection()?.type === "Range") return;
      // The innermost: of several claims on a word, the one with the fewest words.
      const ids = idsOf(e).sort((a, b) => (by.get(a)?.words.length ?? 0) - (by.get(b)?.words.length ?? 0));
      const card = by.get(ids[0] ?? "")?.cards[0];
      if (!card) return;
      card.tabIndex = -1;
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "nearest" });
    });
  }
  place.addEventListener("desk:current", (e) => {
    if (!(e.target instanceof HTMLElement)) return;
    for (const w of words) w.classList.remove("current");
    const mine = idsOf(e.target).flatMap((id) => by.get(id)?.words ?? []);
    for (const w of mine) w.classList.add("current");
    mine[0]?.scrollIntoView({ block: "nearest" });
  });

  // Cards stand beside their words where there are two columns.
  const lay = (): void => {
    if (!margin) return;
    const wide = getComputedStyle(place).gridTemplateColumns.split(" ").length > 1;
    margin.classList.toggle("placed", wide);
    if (!wide) {
      for (const c of cards) c.style.removeProperty("inset-block-start");
      margin.style.removeProperty("min-block-size");
      return;
    }
    const origin = margin.getBoundingClientRect().top;
    const wanted = cards.map((c) => {
      const first = idsOf(c).flatMap((id) => by.get(id)?.words ?? [])[0];
      return first ? first.getBoundingClientRect().top - origin : 0;
    });
    const order = cards.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
    const heights = cards.map((c) => c.offsetHeight);
    const tops = placed(order.map((i) => wanted[i] ?? 0), order.map((i) => heights[i] ?? 0), 8);
    let end = 0;
    for (const [n, i] of order.entries()) {
      const top = tops[n] ?? 0;
      cards[i]?.style.setProperty("inset-block-start", `${top}px`);
      end = Math.max(end, top + (heights[i] ?? 0));
    }
    margin.style.setProperty("min-block-size", `${end}px`);
  };
  lay();
  new ResizeObserver(lay).observe(place);
  void document.fonts?.ready.then(lay);
}
