// Finding an aimak by any of its names, in any of the three scripts' habits of spelling.

/** Kyrgyz letters as typed on a Russian keyboard, and е for ё. */
const FOLDED: Record<string, string> = { ё: "е", ң: "н", ө: "о", ү: "у" };

export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ёңөү]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(/[\s\u2010-\u2015-]+/g, " ")
    .trim();
}

/** Every word typed must occur in the names, in any order. */
export function matches(names: string, typed: string): boolean {
  const haystack = fold(names);
  return fold(typed)
    .split(" ")
    .every((word) => word === "" || haystack.includes(word));
}

function startSearch(input: HTMLInputElement): void {
  const list = document.getElementById(input.dataset["filter"] ?? "");
  if (list === null) return;
  const entries = [...list.querySelectorAll<HTMLElement>("[data-find]")];
  const count = input.closest(".search")?.querySelector<HTMLElement>(".search-count") ?? null;
  const filter = (): void => {
    let found = 0;
    for (const entry of entries) {
      entry.hidden = !matches(entry.dataset["find"] ?? "", input.value);
      if (!entry.hidden) found += 1;
    }
    if (count !== null) count.textContent = input.value.trim() === "" ? "" : sayCount(count, found);
  };
  input.addEventListener("input", filter);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    entries.find((entry) => !entry.hidden)?.querySelector("a")?.click();
  });
  // The browser gives the text back when a reader returns to the page.
  filter();
}

function sayCount({ dataset }: HTMLElement, found: number): string {
  const text = found === 0 ? dataset["none"] : dataset["some"];
  return (text ?? "").replace("{n}", String(found));
}

export function startSearches(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[data-filter]")) startSearch(input);
}
