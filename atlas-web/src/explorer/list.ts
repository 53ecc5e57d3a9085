// The list of areas: the same numbers as the map, and a way to drive it without pointing.
import type { View } from "./view";

export class AreaList {
  private readonly rows: Map<string, HTMLTableRowElement>;

  constructor(
    box: HTMLElement,
    onChoose: (code: string) => void,
    onLift: (code: string | null) => void,
    label: string,
  ) {
    const rows = [...box.querySelectorAll<HTMLTableRowElement>("tr[data-code]")];
    this.rows = new Map(rows.map((row) => [row.dataset["code"] ?? "", row]));
    for (const [code, row] of this.rows) {
      row.cells[0]?.prepend(locate(label.replace("{name}", row.cells[0].textContent?.trim() ?? ""), () => onChoose(code)));
      for (const kind of ["mouseenter", "focusin"]) row.addEventListener(kind, () => onLift(code));
      for (const kind of ["mouseleave", "focusout"]) row.addEventListener(kind, () => onLift(null));
    }
  }

  /** `views` are what lies side by side: one value with what may be said of it, or two with their times. */
  show(views: readonly View[], selected: string): void {
    const [view, other] = views;
    if (view === undefined) return;
    view.areas.forEach(({ about, area, note, aside }, place) => {
      const row = this.rows.get(about.code);
      if (row === undefined) return;
      const put = (selector: string, words: string): void => {
        const cell = row.querySelector(selector);
        if (cell !== null) cell.textContent = words;
      };
      const second = other?.areas[place]?.area.label;
      put(".area-value", second === undefined ? area.label : `${view.numbers.label}: ${area.label}`);
      put(".area-note", second === undefined ? note : `${other?.numbers.label}: ${second}`);
      row.querySelector("a")?.setAttribute("href", about.href);
      row.classList.toggle("aside", aside);
      row.classList.toggle("chosen", about.code === selected);
      row.querySelector("button")?.setAttribute("aria-pressed", String(about.code === selected));
    });
  }
}

function locate(label: string, onClick: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "locate";
  button.title = label;
  button.setAttribute("aria-label", label);
  button.addEventListener("click", onClick);
  return button;
}
