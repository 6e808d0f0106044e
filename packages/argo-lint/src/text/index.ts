/** Texts in messages: suggestions, plurals, and what a terminal may show. */
export * from "./did-you-mean.js";
export * from "./display-width.js";
export * from "./pluralize.js";
export * from "./printable.js";
