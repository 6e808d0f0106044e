import { readFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import type { Paint } from "@tiphys/argo-lint/terminal";
import { printable, printableLines } from "@tiphys/argo-lint/text";
import type { RunRecord } from "../../local/run-record.js";
import { shortPath } from "../project/project-root.js";

/** A text with more characters than this is named, not shown. */
const maxShown = 4000;

/**
 * A run's outputs for people: values of parameters, short texts in full, and the paths of artifacts.
 * @param folder that paths are shown in: the run's directory, or the link `latest` to it
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
  const shown = (path: string): string =>
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
        ? [`${name.padEnd(width)}${paths.length} artifacts, the first is ${shown(paths[0] ?? "")}`]
        : paths.map((path, i) => `${(i === 0 ? name : "").padEnd(width)}${shown(path)}`);
    }),
  ];
}

/** Rounds to four decimals, or four significant digits below 0.001; `run.json` has all digits. */
function rounded(text: string): string {
  if (/^\[[-+.,\deE]+\]$/.test(text)) return `[${text.slice(1, -1).split(",").map(rounded).join(", ")}]`;
  const number = Number(text);
  if (!/^-?\d+\.\d{5,}$|^-?[\d.]+e-\d+$/.test(text)) return text;
  return Math.abs(number) < 0.001 ? number.toPrecision(4) : number.toFixed(4);
}

function shortText(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return text.length > maxShown
    ? [`(${basename(path)} has ${text.length} characters)`]
    : printableLines(text).trimEnd().split("\n");
}
