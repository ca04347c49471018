// What must be known before the search page is painted: whether it shows
// results. Everything else is in search.js, which comes later.
if (/[?&](?!sorteer=|pagina=)[^=&]+=[^&]/.test(location.search)) document.documentElement.dataset.search = "";
