import { expect, test } from "vitest";
import { withoutNpm } from "./run-command.js";

const scripts = {
  start: "tiphys run",
  version: "tiphys release changelog",
  yaml: "tiphys yaml",
  "image:pin": "tiphys image pin",
};

test.each([
  ["npm start", "tiphys run", "start"],
  ["npm start -- --set a=1", "tiphys run --set a=1", "start"],
  ["npm start --silent -- --json", "tiphys run --json", "start"],
  ["npm start reading -- --set a=1 -- b", "tiphys run reading --set a=1 -- b", "start"],
  ["npm run --silent yaml -- --kind Workflow > a.yaml", "tiphys yaml --kind Workflow > a.yaml", "yaml"],
  ["npm run image:pin", "tiphys image pin", "image:pin"],
  ["export IMAGE=a; npm run yaml", "export IMAGE=a; tiphys yaml", "yaml"],
  ["npx --no -- tsc -p .", "tsc -p .", undefined],
  ["npx --no tiphys describe", "tiphys describe", undefined],
  ["npm run unknown", "npm run unknown", undefined],
  ["npm version minor", "npm version minor", undefined],
])("%j without npm is %j", (line, command, script) => {
  expect(withoutNpm(line, scripts)).toEqual(script === undefined ? { command } : { command, script });
});
