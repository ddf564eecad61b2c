// What every page of the desk loads. Small; the map, the timeline and the like come only where a page has a place for them.

export {};

const LAZY: Readonly<Record<string, () => Promise<{ start(place: HTMLElement): unknown }>>> = {};

for (const place of document.querySelectorAll<HTMLElement>("[data-island]")) {
  for (const name of (place.dataset["island"] ?? "").split(" ")) {
    void LAZY[name]?.().then((m) => m.start(place));
  }
}
