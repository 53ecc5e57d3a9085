// embed.js: tells the page around how high the figure is. `window.onmessage` there gets `{ aimak: "height", height: 640 }`.

function tell(): void {
  parent.postMessage({ aimak: "height", height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, "*");
}

document.documentElement.classList.replace("no-js", "js");
if (parent !== window) {
  new ResizeObserver(tell).observe(document.documentElement);
  window.addEventListener("load", tell);
  window.addEventListener("hashchange", tell);
}
