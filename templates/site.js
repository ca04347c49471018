// What every page loads. The first says what may be loaded at all.
import "./trusted.js";
import "./components/search/load.js";
