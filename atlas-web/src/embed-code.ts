// The line that shows a figure on another site: only the browser knows at which address the atlas lies.

export function startEmbedCode(): void {
  for (const field of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-embed]")) {
    const address = new URL(field.dataset["embed"] ?? "", location.href).href;
    const title = field.dataset["title"] ?? "";
    const quoted = title.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    field.value = `<iframe src="${address}" title="${quoted}" width="100%" height="720" loading="lazy"></iframe>`;
    field.addEventListener("focus", () => field.select());
  }
}
