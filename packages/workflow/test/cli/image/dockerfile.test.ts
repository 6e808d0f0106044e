import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileManifests, toYaml } from "../../../src/argo/index.js";
import { defineStep, defineWorkflow } from "../../../src/index.js";
import { readManifest } from "../../argo/play/manifest.js";

const root = join(import.meta.dirname, "../../../../..");
const lines = readFileSync(join(root, "Dockerfile"), "utf8").replaceAll("\\\n", " ").split("\n");
const allowed = readFileSync(join(root, ".dockerignore"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

test("files that the Dockerfile does not copy are excluded from the build", () => {
  expect(allowed[0]).toBe("*");
  expect(allowed.filter((line) => !line.startsWith("!"))).toEqual(["*", "dist/compile-cache"]);
});

test("all files that the Dockerfile copies are included and exist", () => {
  const copied = lines
    .filter((line) => line.startsWith("COPY ") && !line.includes("--from"))
    .flatMap((line) => line.split(" ").slice(1, -1))
    .map((path) => path.replace(/\/$/, ""));
  expect(copied).toContain("src");
  expect(copied.filter((path) => !allowed.includes(`!${path}`))).toEqual([]);
  expect(copied.filter((path) => path !== "dist" && !existsSync(join(root, path)))).toEqual([]);
});

test("each final stage ends with a user other than root", () => {
  const users = lines.flatMap((line, i) =>
    line.startsWith("USER ") ? [[line, lines.slice(i).find((each) => each.startsWith("RUN "))]] : [],
  );
  expect(users).toEqual(Array(2).fill(["USER 1000", 'RUN ["node", "/app/main.js", "compile"]']));
});

test("the image's entrypoint is the command of a manifest's pods", () => {
  const step = defineStep({ name: "work", inputs: {}, outputs: {}, run: () => ({}) });
  const workflow = defineWorkflow({
    name: "works",
    build(dag) {
      dag.task(step, {});
    },
  });
  const { spec } = readManifest(toYaml(compileManifests(workflow, { image: "a:1" })));
  const called = spec.templates.flatMap(({ script }) =>
    script === undefined ? [] : [script.command.slice(0, 2)],
  );
  const entry = lines.find((line) => line.startsWith("ENTRYPOINT "))?.replace("ENTRYPOINT ", "") ?? "";
  expect(called).toEqual([JSON.parse(entry)]);
});
