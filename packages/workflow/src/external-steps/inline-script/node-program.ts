import type * as z from "zod";
import { hasJsonItems, isRawText } from "../../definition/parameter-schema.js";
import { absentText } from "../../definition/parameter-text.js";
import { type ScriptInputs, variableOf } from "./environment.js";

/**
 * How a parameter's text is decoded: unchanged, as JSON, or as a JSON list whose items may be JSON texts themselves, because
 * they come from a map.
 */
type ParameterReading = "text" | "json" | "list";

/**
 * The script that calls a function with its inputs from the environment and prints its result.
 *
 * Standard output contains only the result's text: whatever the function prints goes to standard error. Exit codes are those
 * of a step: 65 if an input or the result breaks its contract, 1 for anything thrown.
 * @param functionText the function's source, as an expression
 */
export function nodeProgram(functionText: string, inputs: ScriptInputs, result: z.ZodType): string {
  const readings = Object.entries(inputs).map(([name, port]) => ({
    name,
    reading: readingOf(port.schema),
    optional: port.need === "optional",
  }));
  const has = (reading: ParameterReading): boolean => readings.some((each) => each.reading === reading);
  return [
    `"use strict";\nconst run = ${functionText};`,
    ...(has("json") || has("list") ? [json] : []),
    ...(has("list") ? [list] : []),
    `const inputs = () => ({\n${readings.map((each) => `  ${entry(each)},\n`).join("")}});`,
    isRawText(result) ? plainText : "const textOf = JSON.stringify;",
    ending,
    "",
  ].join("\n");
}

/** How `decodeParameter` decodes the texts of a schema. */
function readingOf(schema: z.ZodType): ParameterReading {
  if (isRawText(schema)) return "text";
  return hasJsonItems(schema) ? "list" : "json";
}

function entry({
  name,
  reading,
  optional,
}: {
  name: string;
  reading: ParameterReading;
  optional: boolean;
}): string {
  const key = JSON.stringify(name);
  const text = `process.env.${variableOf(name)}`;
  const read = { text, json: `json(${key}, ${text})`, list: `list(${key}, ${text})` }[reading];
  return `${key}: ${optional ? `${text} === "${absentText}" ? undefined : ${read}` : read}`;
}

// Refuses texts that a parameter of Argo cannot hold, as `encodeParameter` does.
const plainText = `const textOf = (result) => {
  const odd = typeof result !== "string" || !result.isWellFormed() || /(?![\\b\\t\\n\\f\\r])\\p{Cc}/u.test(result);
  return odd || result === "${absentText}" ? undefined : result;
};`;

const json = `const json = (name, text) => {
  try {
    return JSON.parse(text);
  } catch {
    stop(65, \`parameter "\${name}": found \${text}, expected JSON.\`);
  }
};`;

const list = `const parsed = (item) => {
  try {
    return typeof item === "string" ? JSON.parse(item) : item;
  } catch {
    return item;
  }
};
const list = (name, text) => {
  const items = json(name, text);
  return Array.isArray(items) ? items.map(parsed) : items;
};`;

// Of a longer result Argo would keep only the last 256 KiB.
const ending = `const stop = (code, ...reason) => {
  console.error(...reason);
  process.exit(code);
};
const print = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
process.once("beforeExit", () => stop(1, "The function waits for something that never happens."));
(async () => run(inputs()))().then(
  (result) => {
    const text = textOf(result);
    if (text === undefined) stop(65, "result: found", result, "which has no text form.");
    const bytes = Buffer.byteLength(text);
    if (bytes > 262144) stop(65, \`result: found \${bytes} bytes, expected at most 262144.\`);
    print(text + "\\n", () => process.exit(0));
  },
  (error) => stop(1, error),
);`;
