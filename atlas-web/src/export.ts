// Buttons "SVG" and "PNG" under each figure: what one reads can be put into a report, with its title, legend and source.
import { pictureOf, type Picture } from "./picture";

/** Dots of a PNG for each unit of the drawing: sharp on paper. */
const SCALE = 2;

const DRAWINGS = "figure.map:not(.locator-figure) svg.map-svg, figure.chart-figure > svg.chart, figure.chart-figure .chart-frame > svg";

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // the download has begun by then; a browser that still reads would be cut off otherwise
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function asSvg({ svg }: Picture): Blob {
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" });
}

async function asPng(picture: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await asSvg(picture).text())}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width * SCALE, picture.height * SCALE];
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2D canvas");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture")) : resolve(blob)), "image/png");
  });
}

/** `soc_stock-2-ky`: page, place of the figure on it, language. */
function fileName(place: number): string {
  const page = location.pathname.split("/").pop()?.replace(/\.html$/, "") ?? "";
  return `${page || "atlas"}-${place + 1}-${document.documentElement.lang}`;
}

function button(kind: "SVG" | "PNG", words: string, run: () => Promise<void>): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = kind;
  made.title = words.replace("{kind}", kind);
  made.setAttribute("aria-label", made.title);
  made.addEventListener("click", () => {
    made.disabled = true;
    run().catch((error) => console.info("no picture:", error)).finally(() => { made.disabled = false; });
  });
  return made;
}

/** Small maps share one legend and one pair of buttons, below the first. */
const leads = (drawing: SVGSVGElement): boolean => !drawing.matches(".small-map") || drawing.closest("li")?.previousElementSibling === null;

/** A browser lends the pixels of a neighbouring file to no page that was opened by double-click. */
const readable = (drawing: SVGSVGElement): boolean => location.protocol !== "file:" || drawing.querySelector("image") === null;

export function startExports(): void {
  const { save: words = "", source = "" } = document.querySelector<HTMLElement>("[data-save]")?.dataset ?? {};
  if (words === "") return;
  const drawings = [...document.querySelectorAll<SVGSVGElement>(DRAWINGS)].filter((drawing) => readable(drawing) && leads(drawing));
  drawings.forEach((drawing, i) => {
    const figure = drawing.closest("figure");
    if (figure === null) return;
    const picture = (): Promise<Picture> => pictureOf(figure, drawing, source);
    const buttons = document.createElement("p");
    buttons.className = "save-picture";
    buttons.append(
      button("SVG", words, async () => save(asSvg(await picture()), `${fileName(i)}.svg`)),
      button("PNG", words, async () => save(await asPng(await picture()), `${fileName(i)}.png`)),
    );
    figure.append(buttons);
  });
}
