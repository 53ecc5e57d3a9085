// What axe-core finds on a page that would keep somebody from reading it.
import axe from "axe-core";

/** Its serious and critical findings, each with its first places. */
export async function graveFindings(page) {
  // Evaluated through the debugger: the page's own policy stays as strict as it is.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}
