import { checkCorrections } from "./corrections.js";
import { jsonText } from "./json-text.js";
import { manifestSchema } from "./manifest-schema.js";
import { type Definitions, readDefinitions } from "./published-schema.js";
import { typeDeclarations } from "./type-declarations.js";

/** A generated file: its path relative to the package, and its text. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The files generated from Argo's JSON schema.
 * @param schemaText content of Argo's `api/jsonschema/schema.json`
 * @param argoVersion its version, such as `v4.0.7`
 */
export function generatedFiles(schemaText: string, argoVersion: string): readonly GeneratedFile[] {
  const definitions = readDefinitions(schemaText);
  checkCorrections(allFields(definitions), new Set(definitions.keys()));
  const notice = noticeOf(argoVersion);
  // A compiler keeps a comment of this kind in declarations.
  const header = `/*!\n${notice.map((line) => `${` * ${line}`.trimEnd()}\n`).join("")} */\n`;
  return [
    { path: "src/argo-schema/types.ts", text: typeDeclarations(definitions, header) },
    {
      path: "src/argo-schema/argo-workflows.schema.json",
      text: jsonText(manifestSchema(definitions, notice, argoVersion)),
    },
  ];
}

function noticeOf(argoVersion: string): readonly string[] {
  return [
    `Generated from the JSON schema of Argo Workflows ${argoVersion}. Do not edit: change the generator, then run`,
    `\`npm run generate:argo-schema -- SCHEMA_JSON ${argoVersion}\` with the api/jsonschema/schema.json of that version.`,
    "",
    "Argo Workflows: Copyright 2017-2018 The Argo Authors. Definitions of Kubernetes: Copyright The Kubernetes Authors.",
    "Both are licensed under the Apache License, Version 2.0, whose text is in the file LICENSE next to this one.",
    "Changed here: reduced to what a manifest can hold, shortened, corrected and made strict.",
  ];
}

/** Every `Definition.property` by short name. */
function allFields(definitions: Definitions): ReadonlySet<string> {
  const fields = [...definitions].flatMap(([fullName, definition]) =>
    Object.keys(definition.properties ?? {}).map(
      (property) => `${fullName.slice(fullName.lastIndexOf(".") + 1)}.${property}`,
    ),
  );
  return new Set(fields);
}
