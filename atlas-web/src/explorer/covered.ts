// Names keep out from under the buttons: what lies over a map takes part, unseen, in the contest of the names for room.
import type { Feature, FeatureCollection, Point } from "geojson";
import type { GeoJSONSource, LayerSpecification, Map as MapLibre, SourceSpecification } from "maplibre-gl";

const COVERS = ".explorer-buttons, .map-credit, .pane-label";

export const coveredSource: SourceSpecification = { type: "geojson", data: { type: "FeatureCollection", features: [] } };

/** Has to stand last: the topmost layer takes its room first. */
export const coveredLayer: LayerSpecification = {
  id: "covered",
  type: "symbol",
  source: "covered",
  layout: { "icon-image": ["get", "icon"], "icon-allow-overlap": true, "icon-padding": 4 },
};

/** An image of that size with nothing on it. */
function blank(map: MapLibre, width: number, height: number): string {
  const icon = `blank-${width}x${height}`;
  if (!map.hasImage(icon)) map.addImage(icon, { width, height, data: new Uint8Array(width * height * 4) });
  return icon;
}

/** Tells the map anew what lies over it. */
export function cover(map: MapLibre): void {
  const source = map.getSource("covered") as GeoJSONSource | undefined;
  const pane = map.getContainer();
  if (source === undefined) return;
  const room = pane.getBoundingClientRect();
  const features = [...(pane.parentElement?.querySelectorAll(COVERS) ?? [])].flatMap((element): Feature<Point>[] => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const outside = right <= room.left || left >= room.right || bottom <= room.top || top >= room.bottom;
    const [width, height] = [Math.ceil(right - left), Math.ceil(bottom - top)];
    if (outside || width === 0 || height === 0) return [];
    const { lng, lat } = map.unproject([(left + right) / 2 - room.left, (top + bottom) / 2 - room.top]);
    return [{ type: "Feature", properties: { icon: blank(map, width, height) }, geometry: { type: "Point", coordinates: [lng, lat] } }];
  });
  const covered: FeatureCollection<Point> = { type: "FeatureCollection", features };
  source.setData(covered);
}
