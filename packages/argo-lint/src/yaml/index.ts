/** How Argo's YAML library reads a plain scalar. */
export * from "./plain-number.js";
export * from "./plain-scalar.js";
