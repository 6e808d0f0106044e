import * as z from "zod";

/** What `isAscending` says no to. */
export const notAscending = { error: "expected ascending classes, each of them once" };

/** Whether each number, or each text by UTF-16 code units, is greater than the one before it. */
export function isAscending(classes: readonly number[] | readonly string[]): boolean {
  return classes.every((label, i) => {
    const before = classes[i - 1];
    return before === undefined || before < label;
  });
}

/** Stored classes, ascending: all numbers or all texts, at least one. */
export const classesSchema = z
  .union([z.array(z.number()).min(1).readonly(), z.array(z.string()).min(1).readonly()])
  .refine(isAscending, notAscending);
