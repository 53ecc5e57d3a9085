// The little geometry a map of areas needs: boxes, and a place for a name.
import type { MultiPolygon, Polygon, Position } from "geojson";

/** West, south, east, north, in degrees. */
export type Box = [number, number, number, number];

function outerRings(geometry: Polygon | MultiPolygon): Position[][] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings[0] ?? []);
}

export function boxOf(geometry: Polygon | MultiPolygon): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of outerRings(geometry).flat()) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** The box made larger by a share of its own size on every side. */
export function widen([west, south, east, north]: Box, share: number): Box {
  const [dx, dy] = [(east - west) * share, (north - south) * share];
  return [west - dx, Math.max(south - dy, -85), east + dx, Math.min(north + dy, 85)];
}

/** Twice the signed area of a ring, and its centroid; coordinates are taken relative to the first corner for precision. */
function moments(ring: Position[]): { area: number; centroid: [number, number] } {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let [area, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i += 1) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
    area += cross;
    x += cross * (ax + bx - 2 * x0);
    y += cross * (ay + by - 2 * y0);
  }
  const centroid: [number, number] = area === 0 ? [x0, y0] : [x0 + x / (3 * area), y0 + y / (3 * area)];
  return { area: Math.abs(area), centroid };
}

/** Where the name stands: the centroid of the largest part. */
export function nameAt(geometry: Polygon | MultiPolygon): [number, number] {
  const parts = outerRings(geometry).map(moments);
  const largest = parts.reduce((best, part) => (part.area > best.area ? part : best), { area: -1, centroid: [0, 0] });
  return largest.centroid;
}
