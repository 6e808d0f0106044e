import fc from "fast-check";
import { expect, test } from "vitest";
import { mlflowNames } from "../../../../../src/cli/runs/export/mlflow/mlflow-names.js";

test.each([
  ["auc", "auc"],
  ["f1 / class-0.5", "f1 / class-0.5"],
  ["Größe", "Größe"],
  ["f1[a]", "f1_a_"],
  ["größer als 50 %", "größer als 50 _"],
  ["a\nb", "a_b"],
  ["recall:1", "recall_1"],
  ["🐟", "_"],
  ["", "_"],
  ["a//b", "a__b"],
  ["/a", "_a"],
  ["a/", "a_"],
  ["a/../b", "a_.._b"],
  [".", "_."],
  ["..", "_.."],
  ["..a", "_..a"],
  [".a", ".a"],
])("%j is called %j", (name, expected) => {
  expect(mlflowNames([name]).get(name)).toBe(expected);
});

test("names that would be equal get numbers; one that is accepted keeps its name", () => {
  expect([...mlflowNames(["a[0]", "a(0)", "a_0_"])]).toEqual([
    ["a[0]", "a_0__2"],
    ["a(0)", "a_0__3"],
    ["a_0_", "a_0_"],
  ]);
});

test("a name has at most 250 characters", () => {
  const names = ["𝒳".repeat(300), `${"𝒳".repeat(300)}y`];
  const renamed = [...mlflowNames(names).values()];
  expect(renamed.map((name) => [...name].length)).toEqual([250, 250]);
  expect(new Set(renamed).size).toBe(2);
});

test("any names become different names that MLflow 3.17 accepts", () => {
  const part = fc.constantFrom(
    "a",
    "/",
    ".",
    "..",
    "",
    "[",
    "é",
    " ",
    "_",
    "_2",
    "%",
    "\ud800",
    "x".repeat(249),
  );
  const name = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(part, { maxLength: 6 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
      const found = mlflowNames(names);
      const renamed = names.map((each) => found.get(each) ?? "");
      expect(new Set(renamed).size).toBe(names.length);
      expect(renamed.filter((each) => !isAccepted(each))).toEqual([]);
    }),
    { seed: 16, numRuns: 100 },
  );
});

/** mlflow/utils/validation.py: validate_param_and_metric_name on Windows, path_not_unique, MAX_ENTITY_KEY_LENGTH. */
function isAccepted(name: string): boolean {
  const normal = normpath(name);
  const isUnique = normal === name && normal !== "." && !normal.startsWith("..") && !normal.startsWith("/");
  return /^[/\p{L}\p{N}_.\- ]*$/u.test(name) && isUnique && [...name].length <= 250;
}

/** Python's posixpath.normpath. */
function normpath(path: string): string {
  if (path === "") return ".";
  const start = path.startsWith("//") && !path.startsWith("///") ? "//" : path.startsWith("/") ? "/" : "";
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== ".." || (start === "" && kept.length === 0) || kept.at(-1) === "..") kept.push(part);
    else kept.pop();
  }
  return `${start}${kept.join("/")}` || ".";
}
