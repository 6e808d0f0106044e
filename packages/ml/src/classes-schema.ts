import * as z from "zod";

/** Stored classes, ascending: all numbers or all texts, at least one. */
export const classesSchema = z.union([
  z.array(z.number()).min(1).readonly(),
  z.array(z.string()).min(1).readonly(),
]);
