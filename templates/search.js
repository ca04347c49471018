// What the search page loads, and every page whose search box gets the focus.
import "./components/search/box.js";
import "./components/search/page.js";
