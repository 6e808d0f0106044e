// Of arquero this alone, so that a bundle leaves out the rest of what arquero's index names.
export { ColumnTable } from "arquero";
