// MapLibre stands before our own code in map.js and gives itself to the page as `maplibregl`.
type MapLibreModule = typeof import("maplibre-gl");

export function maplibre(): MapLibreModule {
  const module = (globalThis as { maplibregl?: MapLibreModule }).maplibregl;
  if (module === undefined) throw new Error("MapLibre is not loaded");
  return module;
}
