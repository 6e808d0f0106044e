import { expect, test } from "vitest";
import { identifiersOf, parseExpression } from "../../src/expression/index.js";

test.each([
  ["tasks.a.outputs", ["tasks", "tasks.a", "tasks.a.outputs"]],
  ["steps['a-b'].status == 'x'", ["steps", "steps.a-b", "steps.a-b.status"]],
  ["a + a.b + a", ["a", "a.b"]],
  ["tasks.a.outputs ?? 'none'", ["tasks"]],
  ["tasks.a?.outputs", ["tasks"]],
  ["a[i].b", ["a", "i"]],
  ["map(xs, #.name + other)", ["xs", "other"]],
  ["sprig.trim(x)", ["sprig", "sprig.trim", "x"]],
  ["toJson(inputs)", ["toJson", "inputs"]],
  ["let x = a; x", ["a", "x"]],
])("finds what %s reads", (text, found) => {
  const { ast } = parseExpression(text);
  expect(ast && identifiersOf(ast)).toEqual(found);
});
