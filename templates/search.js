// What the search page and the search box load.
import "search-client/search.js";
