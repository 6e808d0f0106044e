import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { ContractError } from "../../src/definition/errors.js";
import { json } from "../../src/index.js";
import { tempDir } from "../temp-dir.js";
import { roundTrip } from "./round-trip.js";

const model = json(z.object({ coef: z.array(z.number()), name: z.string().default("none") }));

describe("a JSON value", () => {
  test("is read back unchanged, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue({ noUnicodeString: false }).map((value) => JSON.parse(JSON.stringify(value)) as unknown),
        async (value) => {
          const path = join(tempDir(), "value");
          await json(z.json()).encode(value as z.output<ReturnType<typeof z.json>>, path);
          expect(await json(z.json()).decode(path)).toEqual(value);
        },
      ),
      { seed: 20240603, numRuns: 1000 },
    );
  });

  test("is written indented and ends with a newline", async () => {
    const path = join(tempDir(), "value");

    await model.encode({ coef: [1], name: "a" }, path);

    expect(readFileSync(path, "utf8")).toBe('{\n  "coef": [\n    1\n  ],\n  "name": "a"\n}\n');
  });

  test("keeps texts with half a surrogate pair, which JSON can spell", async () => {
    expect(await roundTrip(json(z.string()), "a\ud800")).toBe("a\ud800");
  });

  test("has the schema's defaults when it is read", async () => {
    const path = join(tempDir(), "value");
    writeFileSync(path, '{"coef": []}');

    expect(await model.decode(path)).toEqual({ coef: [], name: "none" });
  });
});

describe("a value is refused for writing", () => {
  const loop: unknown[] = [];
  loop.push(loop);
  test.each([
    [
      "that breaks the schema",
      z.object({ auc: z.number() }),
      { auc: "x" },
      "expected an object with auc; problems: auc: invalid input: expected number, received string.",
    ],
    ["that is not a number", z.number(), Number.NaN, "expected a number; problems: invalid input"],
    ["that is nothing", z.any(), undefined, "found nothing, expected a value that JSON can hold."],
    ["that is a function", z.any(), () => {}, "found nothing, expected a value that JSON can hold."],
    ["that is a big integer", z.any(), 1n, "expected a value that JSON can hold ("],
    ["that contains itself", z.any(), loop, "expected a value that JSON can hold ("],
    [
      "that would not be read back",
      z.object({ at: z.date() }),
      { at: new Date(0) },
      "expected an object with at; problems: at: invalid input: expected date, received string.",
    ],
  ])("%s", (_, schema: z.ZodType, value: unknown, message) => {
    const encode = () => json(schema).encode(value, join(tempDir(), "value"));

    expect(encode).toThrow(ContractError);
    expect(encode).toThrow(message);
  });
});

describe("a file is refused for reading", () => {
  test.each([
    [
      "that breaks the schema",
      '{"coef": [1, "a"]}',
      "expected an object with coef, name; problems: coef.1: invalid input: expected number, received string.",
    ],
    ["that is empty", "", "found text that is not JSON ("],
    ["that is cut off", '{"coef": [1', "found text that is not JSON ("],
    ["with a comment", '{"coef": []} // none', "found text that is not JSON ("],
    ["with a byte order mark", '\ufeff{"coef": []}', "found text that is not JSON ("],
    ["of other bytes", Buffer.from([0x22, 0xff, 0x22]), "found bytes that are not UTF-8."],
  ])("%s", (_, content, message) => {
    const path = join(tempDir(), "value");
    writeFileSync(path, content);

    expect(() => model.decode(path)).toThrow(ContractError);
    expect(() => model.decode(path)).toThrow(message);
  });
});
