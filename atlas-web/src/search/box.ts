// The search of every page: a combobox over an index that is loaded when somebody first wants it.
import { loadScript } from "../load";
import { Index, type Entry, type Hit, type Kind } from "./match";

/** The content of `data/search-<lang>.js`. */
export interface SearchData {
  readonly lang: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly texts: { readonly also: string; readonly code: string; readonly similar: string; readonly none: string; readonly some: string };
  readonly entries: readonly Entry[];
}

declare global {
  interface Window {
    AIMAK_SEARCH?: Record<string, SearchData>;
  }
}

/** More would be a list to read, not an answer. */
const SHOWN = 10;

class SearchBox {
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly count: HTMLElement | null;
  private options: HTMLAnchorElement[] = [];
  private active = -1;
  private ready: Promise<{ data: SearchData; index: Index }> | null = null;

  constructor(box: HTMLElement, input: HTMLInputElement, list: HTMLElement) {
    this.input = input;
    this.list = list;
    this.count = box.querySelector(".search-count");
    input.addEventListener("focus", () => void this.load());
    input.addEventListener("input", () => void this.answer());
    input.addEventListener("keydown", (event) => void this.key(event));
    box.addEventListener("focusout", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && box.contains(relatedTarget))) this.close();
    });
    // a press on an option must not take the focus away before the click arrives
    list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  private load(): Promise<{ data: SearchData; index: Index }> {
    const address = this.input.dataset["search"] ?? "";
    const lang = /search-(\w+)\.js$/.exec(address)?.[1] ?? "";
    this.ready ??= loadScript(address).then(() => {
      const data = window.AIMAK_SEARCH?.[lang];
      if (data === undefined) throw new Error(`${address} holds no index`);
      return { data, index: new Index(data.entries) };
    });
    // a broken line is no verdict: the next focus tries again
    this.ready.catch(() => {
      this.ready = null;
    });
    return this.ready;
  }

  private async answer(): Promise<void> {
    const typed = this.input.value;
    const loaded = await this.load().catch(() => null);
    // meanwhile more may have been typed
    if (loaded === null || typed !== this.input.value) return;
    const { data, index } = loaded;
    if (typed.trim() === "") {
      this.close();
      this.say("");
      return;
    }
    const hits = index.find(typed);
    this.options = hits.slice(0, SHOWN).map((hit, place) => this.option(hit, place, data));
    this.list.replaceChildren(...this.options);
    this.activate(-1);
    this.open(hits.length > 0);
    // an empty list would look like a field that does not work
    this.count?.classList.toggle("visually-hidden", hits.length > 0);
    this.say(hits.length === 0 ? data.texts.none : data.texts.some.replace("{n}", String(hits.length)));
  }

  private option({ entry, reason }: Hit, place: number, data: SearchData): HTMLAnchorElement {
    const option = document.createElement("a");
    option.id = `${this.input.id}-${place}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.tabIndex = -1;
    option.href = (this.input.dataset["base"] ?? "") + entry.href;
    const said = reason.by === "name" ? "" : data.texts[reason.by].replace("{what}", reason.what);
    option.append(line("strong", entry.name), line("span", [data.kinds[entry.kind], said].filter(Boolean).join(" · ")));
    return option;
  }

  private async key(event: KeyboardEvent): Promise<void> {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      if (this.list.hidden) await this.answer();
      // from the field down to the first, from the first up to the field, from there to the last
      const places = this.options.length + 1;
      this.activate(((this.active + 1 + move + places) % places) - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (this.list.hidden) await this.answer();
      this.options[Math.max(this.active, 0)]?.click();
    } else if (event.key === "Escape") {
      if (!this.list.hidden) this.close();
      else this.input.value = "";
      event.preventDefault();
    }
  }

  private activate(place: number): void {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = place;
    const option = this.options[place];
    if (option === undefined) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  private open(shown: boolean): void {
    this.list.hidden = !shown;
    this.input.setAttribute("aria-expanded", String(shown));
  }

  private close(): void {
    this.open(false);
    this.count?.classList.add("visually-hidden");
    this.activate(-1);
  }

  private say(words: string): void {
    if (this.count !== null) this.count.textContent = words;
  }
}

function line(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

export function startSearch(): void {
  for (const box of document.querySelectorAll<HTMLElement>(".search")) {
    const input = box.querySelector<HTMLInputElement>("input[data-search]");
    const list = box.querySelector<HTMLElement>('[role="listbox"]');
    if (input !== null && list !== null) new SearchBox(box, input, list);
  }
}
