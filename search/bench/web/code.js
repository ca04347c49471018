// All of the client, to weigh it.
import { Index } from "CLIENT/search.js";
import { scripts } from "CLIENT/load.js";
import * as highlight from "CLIENT/highlight.js";

Object.assign(globalThis, { zoek: { Index, scripts, highlight } });
