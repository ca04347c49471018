// What must be known before the page is painted: that there is script, how this
// visitor reads, and whether the search page shows results. All else comes later.
import { settings, show } from "./components/reading/settings.js";

const { dataset } = document.documentElement;
dataset.script = "";
if ("share" in navigator) dataset.share = "";
show(settings());
if (document.currentScript?.hasAttribute("data-asks")) {
  dataset.search = /[?&](?!sorteer=|pagina=)[^=&]+=[^&]/.test(location.search) ? "results" : "overview";
}
