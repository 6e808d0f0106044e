import { describe, expect, test } from "vitest";
import * as z from "zod";
import { type Condition, evaluateCondition, sourcesOfCondition } from "../../src/definition/condition.js";
import { DefinitionError } from "../../src/definition/errors.js";
import { ParameterRef } from "../../src/definition/reference.js";
import type { ValueSource } from "../../src/definition/value-source.js";

const auc = new ParameterRef<number>({ from: "task", task: "train", output: "auc" }, z.number());
const flip = new ParameterRef<string>({ from: "input", name: "flip" }, z.string());
const done = new ParameterRef<boolean>({ from: "task", task: "check", output: "done" }, z.boolean());
const values = new Map<ValueSource, unknown>([
  [auc.source, 0.8],
  [flip.source, "heads"],
  [done.source, true],
]);

function holds(condition: Condition): boolean {
  return evaluateCondition(condition.expression, ({ source }) => values.get(source));
}

describe("a condition", () => {
  test.each([
    ["equals", flip.equals("heads"), true],
    ["equals, of another value", flip.equals("tails"), false],
    ["equals, of a boolean", done.equals(true), true],
    ["notEquals", flip.notEquals("heads"), false],
    ["isOneOf", flip.isOneOf(["tails", "heads"]), true],
    ["isOneOf, of none", flip.isOneOf([]), false],
    ["lessThan its own value", auc.lessThan(0.8), false],
    ["lessThan", auc.lessThan(0.9), true],
    ["atMost its own value", auc.atMost(0.8), true],
    ["atMost", auc.atMost(0.7), false],
    ["greaterThan its own value", auc.greaterThan(0.8), false],
    ["greaterThan", auc.greaterThan(0.7), true],
    ["atLeast its own value", auc.atLeast(0.8), true],
    ["atLeast", auc.atLeast(0.9), false],
    ["and, of true and false", done.equals(true).and(flip.equals("tails")), false],
    ["and, of both true", done.equals(true).and(flip.equals("heads")), true],
    ["or, of true and false", done.equals(true).or(flip.equals("tails")), true],
    ["or, of both false", done.equals(false).or(flip.equals("tails")), false],
    ["not", done.equals(true).not(), false],
    ["not of and", done.equals(true).and(flip.equals("tails")).not(), true],
  ])("holds or not: %s", (_, condition, expected) => {
    expect(holds(condition)).toBe(expected);
  });

  test.each([
    [
      "lessThan Infinity",
      () => auc.lessThan(Number.POSITIVE_INFINITY),
      /train\.auc with Infinity\. Expected a finite/,
    ],
    ["atMost NaN", () => auc.atMost(Number.NaN), /train\.auc with NaN/],
    ["greaterThan -Infinity", () => auc.greaterThan(Number.NEGATIVE_INFINITY), /with -Infinity/],
    ["atLeast NaN", () => auc.atLeast(Number.NaN), /with NaN/],
    ["equals NaN", () => auc.equals(Number.NaN), /with NaN/],
    ["notEquals Infinity", () => auc.notEquals(Number.POSITIVE_INFINITY), /with Infinity/],
    ["isOneOf with NaN", () => auc.isOneOf([0.5, Number.NaN]), /with NaN/],
    [
      "equals a lone surrogate",
      () => flip.equals("\ud800"),
      /the workflow's flip with a text that has half a surrogate/,
    ],
  ])("that Argo cannot compare is refused: %s", (_, condition, message) => {
    expect(condition).toThrow(DefinitionError);
    expect(condition).toThrow(message);
  });

  test("lists every source that it reads", () => {
    const condition = auc.atLeast(0.8).and(flip.equals("heads").or(done.equals(true).not()));

    expect(sourcesOfCondition(condition.expression)).toEqual([auc.source, flip.source, done.source]);
  });

  test("is plain data", () => {
    expect(JSON.parse(JSON.stringify(auc.atLeast(0.8).not().expression))).toMatchObject({
      operator: "not",
      condition: { operator: "atLeast", value: 0.8, operand: { source: { task: "train", output: "auc" } } },
    });
  });
});
