// What every page loads.
import "./components/search/load.js";
