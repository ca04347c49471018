// What must be known before the page is painted: that there is script, how this
// visitor reads, and whether the search page shows results. All else comes later.
import { settings, show } from "./components/reading/settings.js";

const { dataset } = document.documentElement;
dataset.script = "";
if ("share" in navigator) dataset.share = "";
show(settings());
const asks = document.currentScript?.getAttribute("data-asks");
if (asks) {
  const asked = new URLSearchParams(location.search);
  dataset.search = asks.split(" ").some((name) => asked.get(name)) ? "results" : "overview";
}
