import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { blocksOf, commandsOf } from "./markdown.js";
import { readPage } from "./pages.js";
import { copyProject, projectRoot } from "./project-copy.js";
import { runWithoutNpm } from "./run-command.js";

const pages = ["cluster-on-a-laptop", "from-github-to-a-cluster", "costs-and-clean-up", "troubleshooting"];
/** Commands that need a cluster, a container engine, GitHub or a bucket. */
const needs =
  /^(kind|kubectl|gh|git push|npm version|npm run image:pin|docker info|npx --no tiphys (submit|cp|list|delete|…)|npx$|npm run data -- push|npm run image -- |export [A-Z0-9_]+=\S.*$)/;
const folder = join(projectRoot, "docs", "how-to", "cluster");
const objects = readdirSync(folder).flatMap((file) =>
  parseAllDocuments(readFileSync(join(folder, file), "utf8")).map((document) => {
    expect(document.errors, file).toEqual([]);
    return document.toJS();
  }),
);
let project: string;

beforeAll(() => {
  project = copyProject();
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe.each(pages)("%s.md", (name) => {
  const page = readPage(`docs/how-to/${name}.md`);
  const lines = commandsOf(page).map(({ line }) => line);
  // CI starts with these.
  const here = lines.filter(
    (line) => !needs.test(line) && !["npm ci", "npm run build", "npm run image"].includes(line),
  );

  test("says that its commands need a cluster of your own", () => {
    expect(page.replaceAll(/\s+/g, " ")).toMatch(/needs? a cluster of your own/);
  });

  test("its other commands work one after the other", async () => {
    for (const line of here) {
      expect({ line, ...(await runWithoutNpm(line, project)) }).toMatchObject({ line, exitCode: 0 });
    }
  }, 240_000);
});

test.each([
  ["neither works on this machine", "packages/workflow/src/external-steps/container-step/run-container.ts"],
  ["An image needs docker, podman or buildah", "packages/workflow/src/cli/image/container-tool.ts"],
  ["cannot be reached", "packages/workflow/src/argo/client/server-faults.ts"],
  ["The token is missing, wrong or expired", "packages/workflow/src/argo/client/server-error.ts"],
  ["No training run", "packages/workflow/src/cli/release/required-settings.ts"],
  ["The model is not good enough for a release", "packages/workflow/src/cli/release/check-metrics.ts"],
])("troubleshooting has the message %s", (message, source) => {
  expect(readFileSync(join(projectRoot, source), "utf8")).toContain(message);
  expect(readPage("docs/how-to/troubleshooting.md")).toContain(message);
});

describe("the cluster's files", () => {
  const of = (kind: string) => objects.filter((object) => object.kind === kind);

  test("have a kind, a version and a name, and no namespace of their own", () => {
    for (const object of objects) {
      expect(object).toMatchObject({
        apiVersion: expect.any(String),
        kind: expect.any(String),
        metadata: { name: expect.any(String) },
      });
      expect(object.metadata).not.toHaveProperty("namespace");
    }
  });

  test("a role names what it allows, and secrets one by one", () => {
    expect(of("Role").map(({ metadata }) => metadata.name)).toEqual([
      "executor",
      "submitter",
      "github-release",
    ]);
    for (const { resources, verbs, apiGroups, resourceNames } of of("Role").flatMap(({ rules }) => rules)) {
      expect([...resources, ...verbs, ...apiGroups]).not.toContain("*");
      if (resources.includes("secrets"))
        expect({ verbs, resourceNames }).toEqual({ verbs: ["get"], resourceNames: ["s3-credentials"] });
    }
  });

  test("a release may only submit, read and download", () => {
    const role = of("Role").find(({ metadata }) => metadata.name === "github-release");
    expect(role.rules).toEqual([
      {
        apiGroups: ["argoproj.io"],
        resources: ["workflows"],
        verbs: ["create", "get", "list", "watch", "patch"],
      },
      { apiGroups: [""], resources: ["secrets"], resourceNames: ["s3-credentials"], verbs: ["get"] },
    ]);
  });

  test("a person has the permissions that the server's page lists for its commands", () => {
    const page = readPage("docs/how-to/run-on-a-server.md");
    const [role] = blocksOf(page).flatMap(({ language, text }) => (language === "yaml" ? [parse(text)] : []));
    const secret = ({ resources, ...rule }: { resources: string[] }): object =>
      resources.includes("secrets")
        ? { resources, ...rule, resourceNames: ["s3-credentials"] }
        : { resources, ...rule };
    const submitter = of("Role").find(({ metadata }) => metadata.name === "submitter");
    expect(submitter.rules).toEqual(role.rules.map(secret));
    expect(submitter.rules).toContainEqual({ apiGroups: [""], resources: ["pods"], verbs: ["delete"] });
  });

  test("a binding references a role and an account that exist", () => {
    const accounts = ["default", ...of("ServiceAccount").map(({ metadata }) => metadata.name)];
    for (const { roleRef, subjects } of of("RoleBinding")) {
      expect(of("Role").map(({ metadata }) => metadata.name)).toContain(roleRef.name);
      expect(accounts).toContain(subjects[0].name);
    }
    expect(of("RoleBinding")).toHaveLength(3);
  });

  test("the roles of the pods are those of the page on Argo", () => {
    const page = readPage("docs/how-to/run-on-argo.md");
    expect(page).toContain("resources: [workflowtaskresults]\n    verbs: [create, patch]");
    expect(of("Role")[0].rules).toEqual([
      { apiGroups: ["argoproj.io"], resources: ["workflowtaskresults"], verbs: ["create", "patch"] },
    ]);
  });

  test("pass the linter", async () => {
    expect(await runWithoutNpm(`npx --no tiphys lint --strict "${folder}"`, project)).toMatchObject({
      exitCode: 0,
    });
  }, 60_000);
});
