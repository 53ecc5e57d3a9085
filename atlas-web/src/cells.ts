// A picture of cells below the borders. Read as an image and not fetched, so that it also works from file://.
import type { Map as MapLibre } from "maplibre-gl";
import type { Cells } from "./contract";

/** The picture on a canvas, which MapLibre takes as it is. */
async function canvasOf(address: string): Promise<HTMLCanvasElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2D canvas");
  context.drawImage(image, 0, 0);
  return canvas;
}

/** Lays the picture below everything else; its cells stay squares however near one comes. */
export async function addCells(map: MapLibre, cells: Cells): Promise<void> {
  const canvas = await canvasOf(cells.image);
  const corner = ([x, y]: readonly [number, number]): [number, number] => [x, y];
  const [a, b, c, d] = cells.corners;
  map.addSource("cells", { type: "canvas", canvas, animate: false, coordinates: [corner(a), corner(b), corner(c), corner(d)] });
  map.addLayer({ id: "cells", type: "raster", source: "cells", paint: { "raster-resampling": "nearest", "raster-fade-duration": 0 } }, "fill");
}
