// Tables that sort by a click or a key on their headings. What has no value stays at the end, whichever the direction.

type Direction = "ascending" | "descending";

/** What a cell sorts by; empty where it has nothing to say. */
function keyOf(row: HTMLTableRowElement, column: number, numeric: boolean): string {
  const cell = row.cells[column];
  const key = cell?.dataset["value"] ?? cell?.textContent?.trim() ?? "";
  return numeric && !Number.isFinite(Number.parseFloat(key)) ? "" : key;
}

/** Sort keys of text are written by the publisher, so comparing code units is right in every language. */
function compare(a: string, b: string, numeric: boolean): number {
  if (numeric) return Number(a) - Number(b);
  return a < b ? -1 : Number(a > b);
}

function sortRows(table: HTMLTableElement, column: number, numeric: boolean, direction: Direction): void {
  const sign = direction === "ascending" ? 1 : -1;
  for (const body of table.tBodies) {
    const rows = [...body.rows].map((row) => ({ row, key: keyOf(row, column, numeric) }));
    rows.sort((a, b) => {
      if (a.key === "" || b.key === "") return Number(a.key === "") - Number(b.key === "");
      return sign * compare(a.key, b.key, numeric);
    });
    body.append(...rows.map(({ row }) => row));
  }
}

function startTable(table: HTMLTableElement): void {
  const headings = [...table.querySelectorAll<HTMLTableCellElement>("th[data-sort]")];
  for (const heading of headings) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const direction = heading.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", direction);
      sortRows(table, heading.cellIndex, heading.dataset["sort"] === "number", direction);
    });
  }
}

export function startTables(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table.sortable")) startTable(table);
}
