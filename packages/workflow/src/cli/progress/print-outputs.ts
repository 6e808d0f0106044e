import { readFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { printable, printableLines } from "../../definition/printable.js";
import type { RunRecord } from "../../local/run-record.js";
import { shortPath } from "../project-root.js";
import type { Paint } from "../terminal.js";

/** A text longer than this is named, not shown. */
const longestShown = 4000;

/**
 * A run's outputs for a person: values of parameters, short texts in full, and where everything lies.
 * @param folder by which paths are named: the link `latest` where it stands for the run
 */
export function describeOutputs(record: RunRecord, folder: string, paint: Paint): string[] {
  if (record.outputs === undefined) return [];
  const parameters = Object.entries(record.outputs.parameters).map(([name, text]): [string, string] => [
    name,
    printable(rounded(text)),
  ]);
  const artifacts = Object.entries(record.outputs.artifacts).map(([name, found]): [string, string[]] => [
    name,
    (Array.isArray(found) ? found : [found]).map(({ path }) => path),
  ]);
  const texts = artifacts.flatMap(([, paths]) => paths).filter((path) => path.endsWith(".txt"));
  const width =
    Math.max(0, ...parameters.map(([name]) => name.length), ...artifacts.map(([name]) => name.length)) + 2;
  const place = (path: string): string =>
    shortPath(
      path.startsWith(record.directory + sep) ? join(folder, path.slice(record.directory.length)) : path,
    );
  return [
    ...texts.flatMap((path) => ["", ...shortText(path)]),
    "",
    ...parameters.map(([name, value]) => `${name.padEnd(width)}${paint("bold", value)}`),
    ...artifacts.flatMap(([name, paths]) => {
      if (paths.length === 0) return [`${name.padEnd(width)}an empty list`];
      return paths.length > 5
        ? [`${name.padEnd(width)}${paths.length} artifacts, the first is ${place(paths[0] ?? "")}`]
        : paths.map((path, i) => `${(i === 0 ? name : "").padEnd(width)}${place(path)}`);
    }),
  ];
}

/** Four decimals are what a person compares, or as many digits of what is small; `run.json` has them all. */
function rounded(text: string): string {
  if (/^\[[-+.,\deE]+\]$/.test(text)) return `[${text.slice(1, -1).split(",").map(rounded).join(", ")}]`;
  const number = Number(text);
  if (!/^-?\d+\.\d{5,}$|^-?[\d.]+e-\d+$/.test(text)) return text;
  return Math.abs(number) < 0.001 ? number.toPrecision(4) : number.toFixed(4);
}

function shortText(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return text.length > longestShown
    ? [`(${basename(path)} has ${text.length} characters)`]
    : printableLines(text).trimEnd().split("\n");
}
