// atlas.js: what every page gains from a script. Each page is complete without it.
import { startChoices } from "./choice";
import { startComparison } from "./compare";
import { startEmbedCode } from "./embed-code";
import { startExplorer } from "./explore";
import { startExports } from "./export";
import { startFigures } from "./figure";
import { startOffline } from "./offline";
import { startSearch } from "./search/box";
import { startTables } from "./sort";

/** A language link leads to the same page in the same state. */
function keepStateAcrossLanguages(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[hreflang]")) {
    link.addEventListener("click", () => {
      if (link.getAttribute("target") === null) link.hash = location.hash;
    });
  }
}

document.documentElement.classList.replace("no-js", "js");
for (const element of document.querySelectorAll<HTMLElement>(".needs-js")) element.hidden = false;
keepStateAcrossLanguages();
startSearch();
startTables();
startFigures();
startExports();
startEmbedCode();
startOffline();
startExplorer();
startComparison();
startChoices();
