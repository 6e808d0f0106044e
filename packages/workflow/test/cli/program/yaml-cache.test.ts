import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { project } from "../fixture-project.js";
import { pipeline } from "../program.js";

const engine =
  'import { artifact, defineStep, parameter, text } from "@tiphys/workflow";\nimport * as z from "zod";\n';
const shout = `${engine}
export const shout = defineStep({
  name: "shout",
  inputs: { greeting: artifact(text), times: parameter(z.int()) },
  outputs: { shouted: artifact(text) },
  run: ({ greeting, times }) => ({ shouted: greeting.toUpperCase() + "!".repeat(times) }),
});
`;

const root = project({
  "package.json":
    '{ "name": "app", "version": "1.0.0", "type": "module", "tiphys": { "image": "localhost/app" } }',
  "src/main.ts": `
import { defineWorkflow } from "@tiphys/workflow";
import { main } from "@tiphys/workflow/cli";
import { greet } from "./steps/greet.js";
import { now } from "./steps/now.js";
import { shout } from "./steps/shout.js";
const hello = defineWorkflow({
  name: "hello",
  build(dag) {
    const { greeting } = dag.task(greet, { name: "Ada" });
    const { text } = dag.task(now, { greeting });
    return { ...dag.task(shout, { greeting, times: 2 }), text };
  },
});
await main({ workflows: [hello] });
`,
  "src/steps/greet.ts": `${engine}
export const greet = defineStep({
  name: "greet",
  inputs: { name: parameter(z.string()) },
  outputs: { greeting: artifact(text) },
  run: ({ name }) => ({ greeting: "Hello " + name }),
});
`,
  "src/steps/now.ts": `${engine}
export const now = defineStep({
  name: "now",
  inputs: { greeting: artifact(text) },
  outputs: { text: artifact(text) },
  cache: false,
  run: ({ greeting }) => ({ text: greeting + " " + new Date().toISOString() }),
});
`,
  "src/steps/shout.ts": shout,
});

const manifest = z.object({
  spec: z.object({
    templates: z.array(
      z.looseObject({ name: z.string(), memoize: z.looseObject({ key: z.string() }).optional() }),
    ),
  }),
});

async function keys(...options: string[]): Promise<Record<string, string | undefined>> {
  const { code, stdout, stderr } = await pipeline(root, ["yaml", "--cache", ...options]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { templates } = manifest.parse(parse(stdout)).spec;
  return Object.fromEntries(templates.map(({ name, memoize }) => [name, memoize?.key]));
}

test("keys change with the code of their step: not with a comment, nor with the code of another step", async () => {
  const first = await keys();
  expect(first).toMatchObject({ greet: expect.stringContaining("sha256sum"), now: undefined });
  appendFileSync(join(root, "src/steps/greet.ts"), "// A comment.\n");
  expect(await keys()).toEqual(first);
  writeFileSync(join(root, "src/steps/shout.ts"), shout.replace('"!"', '"?"'));
  const second = await keys();
  expect(second.greet).toBe(first.greet);
  expect(second.shout).not.toBe(first.shout);
}, 120_000);

test("a maximum age without a unit is reported by the linter, and one without --cache is a wrong usage", async () => {
  expect(await pipeline(root, ["yaml", "--cache", "--cache-max-age", "3"])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('The maxAge "3" of template "greet" is not a duration that Argo reads.'),
  });
  expect(await pipeline(root, ["yaml", "--cache-max-age", "3h"])).toMatchObject({
    code: 2,
    stderr: "--cache-max-age is for --cache.\n",
  });
}, 60_000);
