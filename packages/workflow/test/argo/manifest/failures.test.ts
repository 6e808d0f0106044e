import { expect, test } from "vitest";
import { failuresExpression } from "../../../src/argo/manifest/failures.js";
import { evaluate } from "../play/expression/evaluate.js";

const templates = [
  {
    name: "main",
    dag: {
      tasks: [
        { name: "load", template: "load" },
        { name: "each", template: "train", withParam: "[1, 2]" },
        { name: "inner", template: "inner" },
        { name: "ring", templateRef: { name: "bells", template: "ring" } },
      ],
    },
  },
  { name: "inner", dag: { tasks: [{ name: "last", template: "train" }] } },
  { name: "load", script: { image: "app:1", source: "" } },
  { name: "train", script: { image: "app:1", source: "" } },
];

/** The names of the tasks that an exit handler is told. */
function told(
  ...failures: readonly (readonly [displayName: string, templateName: string])[]
): readonly string[] | null {
  const list = failures.map(([displayName, templateName]) => ({ displayName, templateName }));
  const text = JSON.stringify(JSON.stringify(failures.length === 0 ? null : list));
  const found = evaluate(failuresExpression(templates), { workflow: { failures: text } });
  const rest: readonly { readonly displayName: string }[] | null = JSON.parse(String(found));
  return rest === null ? null : rest.map(({ displayName }) => displayName);
}

test("where nothing failed the list is null", () => {
  expect(told()).toBeNull();
});

test("the DAGs around a task that failed are left out", () => {
  expect(told(["main-x7", "main"], ["inner", "inner"], ["last", "train"])).toEqual(["last"]);
});

test("the attempts of a retry are left out, and where the last one succeeded nothing failed", () => {
  expect(told(["load", "load"], ["load(0)", "load"], ["load(1)", "load"])).toEqual(["load"]);
  expect(told(["load(0)", "load"])).toBeNull();
});

test("of a map the iterations that failed are left", () => {
  expect(
    told(["each", "train"], ["each(1:index:1,value:2)", "train"], ["each(1:index:1,value:2)(0)", "train"]),
  ).toEqual(["each(1:index:1,value:2)"]);
});

test("a template of the cluster is one task, whatever failed inside", () => {
  expect(told(["ring", "ring"], ["clapper", "swing"])).toEqual(["ring"]);
});
