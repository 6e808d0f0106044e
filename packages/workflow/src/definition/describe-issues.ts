import type * as z from "zod";

/**
 * The issues that a schema found, one clause each with its path: `metrics.auc: expected number, received string`.
 * At most five clauses, then their number.
 */
export function describeIssues(error: z.core.$ZodError): string {
  const clauses = error.issues.map((issue) => {
    const path = issue.path.map(String).join(".");
    return `${path === "" ? "" : `${path}: `}${lowerFirst(issue.message)}`;
  });
  const more = clauses.length > 5 ? `; and ${clauses.length - 5} more` : "";
  return clauses.slice(0, 5).join("; ") + more;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
