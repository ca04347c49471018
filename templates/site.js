// What every page loads. The first says what may be loaded at all.
import "./trusted.js";
import { pass } from "./components/meeting/past.js";
import "./components/search/load.js";
import "./components/reading/reading.js";
import "./components/kept/kept.js";
import "./components/handover/handover.js";
import "./components/filter/filter.js";
import "./components/offline/register.js";

pass(document);
