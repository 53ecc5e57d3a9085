// Scripts and stylesheets by tag: the one way of loading that also works from file://.

const loaded = new Map<string, Promise<void>>();

function once(address: string, make: () => HTMLElement): Promise<void> {
  const known = loaded.get(address);
  if (known !== undefined) return known;
  const promise = new Promise<void>((resolve, reject) => {
    const element = make();
    element.addEventListener("load", () => resolve());
    element.addEventListener("error", () => {
      // A broken line is no verdict: the next click tries again.
      loaded.delete(address);
      element.remove();
      reject(new Error(`cannot load ${address}`));
    });
    document.head.append(element);
  });
  loaded.set(address, promise);
  return promise;
}

export function loadScript(address: string): Promise<void> {
  return once(address, () => {
    const script = document.createElement("script");
    script.src = address;
    return script;
  });
}

export function loadStyles(address: string): Promise<void> {
  return once(address, () => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    return link;
  });
}
