// What the pages of chosen and kept cards load.
import "./components/compare/compare.js";
import "./components/kept/list.js";
