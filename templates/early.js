// What must be known before the search page is painted: that there is script,
// and whether it shows results. Everything else is in search.js, which comes later.
const asks = /[?&](?!sorteer=|pagina=)[^=&]+=[^&]/.test(location.search);
document.documentElement.dataset.search = asks ? "results" : "overview";
