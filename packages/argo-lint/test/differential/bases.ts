import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { isObject, type JsonValue } from "../../src/model/json.js";
import { manifestKinds } from "../../src/model/manifest.js";
import { readDocument } from "../../src/source/source-document.js";
import { splitDocuments } from "../../src/source/split.js";
import { ruleTables } from "../rule-tables.js";

/** A good manifest to be made worse. */
export interface Base {
  readonly name: string;
  readonly text: string;
  /** Its documents that are manifests of Argo. */
  readonly manifests: readonly JsonValue[];
}

/** Manifests with which the real linter may be content: ours, those of the rules' tables, and Argo's where they are here. */
export async function bases(): Promise<Base[]> {
  const folders = [fileURLToPath(new URL("../../../../examples", import.meta.url))];
  if (process.env.ARGO_EXAMPLES) folders.push(process.env.ARGO_EXAMPLES);
  const tables = await ruleTables();
  const all = [
    // A project may have no examples.
    ...folders.filter((folder) => existsSync(folder)).flatMap(filesOf),
    ...tables.flatMap(({ rule, right }) =>
      right.map(({ title, manifest }) => base(`${rule.name}, ${title}`, manifest)),
    ),
  ];
  return all.filter(({ manifests }) => manifests.length > 0);
}

function filesOf(folder: string): Base[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ya?ml$/.test(file) && !file.includes("node_modules"))
    .sort()
    .map((file) =>
      base(relative(join(folder, ".."), join(folder, file)), readFileSync(join(folder, file), "utf8")),
    );
}

function base(name: string, text: string): Base {
  const values = splitDocuments(text).map((chunk) => readDocument(chunk).value);
  return {
    name,
    text,
    manifests: values.filter(
      (value): value is JsonValue => isObject(value) && manifestKinds.some((kind) => kind === value.kind),
    ),
  };
}
