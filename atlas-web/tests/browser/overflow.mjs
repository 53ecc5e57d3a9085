/** What sticks out on the right, for the message of a failing test. Runs in the page. */
export function overflow() {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > clientWidth + 0.5);
  return [`page is ${scrollWidth} px wide in a window of ${clientWidth} px`,
    ...wide.slice(0, 6).map((e) => `${e.tagName.toLowerCase()}.${e.getAttribute("class") ?? ""}`)];
}
