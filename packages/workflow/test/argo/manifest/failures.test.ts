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

/** The names of the tasks that an exit handler reads as failed. */
function reported(
  ...failures: readonly (readonly [displayName: string, templateName: string])[]
): readonly string[] | null {
  const list = failures.map(([displayName, templateName]) => ({ displayName, templateName }));
  const text = JSON.stringify(JSON.stringify(failures.length === 0 ? null : list));
  const found = evaluate(failuresExpression(templates), { workflow: { failures: text } });
  const rest: readonly { readonly displayName: string }[] | null = JSON.parse(String(found));
  return rest === null ? null : rest.map(({ displayName }) => displayName);
}

test("the list is null if nothing failed", () => {
  expect(reported()).toBeNull();
});

test("the DAGs that contain a failed task are omitted", () => {
  expect(reported(["main-x7", "main"], ["inner", "inner"], ["last", "train"])).toEqual(["last"]);
});

test("the attempts of a retry are omitted, and if the last one succeeded nothing failed", () => {
  expect(reported(["load", "load"], ["load(0)", "load"], ["load(1)", "load"])).toEqual(["load"]);
  expect(reported(["load(0)", "load"])).toBeNull();
});

test("only the failed iterations of a map remain", () => {
  expect(
    reported(
      ["each", "train"],
      ["each(1:index:1,value:2)", "train"],
      ["each(1:index:1,value:2)(0)", "train"],
    ),
  ).toEqual(["each(1:index:1,value:2)"]);
});

test("a template of the cluster is one task, whatever failed inside", () => {
  expect(reported(["ring", "ring"], ["clapper", "swing"])).toEqual(["ring"]);
});
