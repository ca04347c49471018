// What the form for contributors loads.
import "./components/form/form.js";
