// What the form for contributors loads: first what the form knows of the catalogue.
// Without that the page is as it is without script.
import { loadScript } from "search-client/load.js";
import { latest } from "./components/latest/latest.js";

latest("form")
  .then(loadScript)
  .then(() => import("./components/form/form.js"), () => {});
