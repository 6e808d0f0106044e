// The only import from arquero, so that a bundle omits the rest of arquero's index.
export { ColumnTable } from "arquero";
