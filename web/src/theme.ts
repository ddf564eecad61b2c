// Light or dark, loose or dense: buttons with `data-theme-choice` and `data-density-choice`. Kept in a cookie, so that the server can write the
// attribute into the page and nothing flashes.

const CHOICES = {
  theme: ["auto", "light", "dark"],
  density: ["normal", "dense"],
} as const;
type Name = keyof typeof CHOICES;

/** What a cookie says, where it says one of the choices. */
export function kept(name: Name, cookies: string): string | undefined {
  const value = new RegExp(`(?:^|;\\s*)${name}=([a-z]+)`).exec(cookies)?.[1];
  return value !== undefined && (CHOICES[name] as readonly string[]).includes(value) ? value : undefined;
}

function apply(name: Name, value: string): void {
  const root = document.documentElement;
  if (value === CHOICES[name][0]) delete root.dataset[name];
  else root.dataset[name] = value;
  for (const button of document.querySelectorAll<HTMLElement>(`[data-${name}-choice]`)) {
    button.setAttribute("aria-pressed", String(button.dataset[`${name}Choice`] === value));
  }
}

export function start(): void {
  for (const name of Object.keys(CHOICES) as Name[]) {
    apply(name, kept(name, document.cookie) ?? document.documentElement.dataset[name] ?? CHOICES[name][0]);
  }
  document.addEventListener("click", (e) => {
    const button = e.target instanceof Element ? e.target.closest<HTMLElement>("[data-theme-choice], [data-density-choice]") : null;
    if (!button) return;
    for (const name of Object.keys(CHOICES) as Name[]) {
      const value = button.dataset[`${name}Choice`];
      if (value === undefined || !(CHOICES[name] as readonly string[]).includes(value)) continue;
      document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=strict${location.protocol === "https:" ? "; secure" : ""}`;
      apply(name, value);
      document.dispatchEvent(new CustomEvent("desk:theme"));
    }
  });
}
