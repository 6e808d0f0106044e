import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { packTemplate } from "../../packages/create-tiphys/src/template/packed-template.js";
import { readRepository } from "../../packages/create-tiphys/src/template/read-repository.js";
import { licenceOf } from "./licence.js";
import { root, workspaceFolder } from "./repository.js";

const separator = `\n\n${"-".repeat(80)}\n\n`;

/**
 * Bundles create-tiphys, with all that it imports, into one program, so that npm installs nothing else before it starts, and
 * writes the template's files and the licences of what it contains beside it.
 * @param target the folder of the published package
 * @returns the names of the packages that are bundled
 */
export async function bundleCreate(target: string): Promise<string[]> {
  const dist = join(target, "dist");
  mkdirSync(dist, { recursive: true });
  const { metafile } = await build({
    entryPoints: [join(workspaceFolder("create-tiphys"), "src/main.ts")],
    outfile: join(dist, "main.js"),
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    legalComments: "none",
    metafile: true,
    logLevel: "error",
  });
  writeFileSync(join(dist, "template.json"), packTemplate(readRepository(root)));
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const bundled = used.flatMap(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  const others = [...new Set(bundled)].sort();
  writeFileSync(join(dist, "licences.txt"), `${others.map(licenceOf).join(separator)}\n`);
  return [...others, "@tiphys/argo-lint", "@tiphys/workflow"];
}
