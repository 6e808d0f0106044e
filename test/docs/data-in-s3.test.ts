import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bucket, serverBinary, startServer } from "../../packages/workflow/test/storage/s3/s3-server.js";
import { commandsOf } from "./markdown.js";
import { readPage } from "./pages.js";
import { copyProject } from "./project-copy.js";
import { runWithoutNpm } from "./run-command.js";

const commands = commandsOf(readPage("docs/how-to/data-in-s3.md")).map(({ line }) => line);

test("every command of the page is run here or sets a variable", () => {
  const others = commands.filter(
    (line) => !/^npm (start|run data) -- |^export AWS_\w+=\S+( +#.*)?$/.test(line),
  );
  expect(others).toEqual([]);
});

describe.skipIf(serverBinary === "")("with a server of S3", () => {
  let project: string;
  let variables = "";

  beforeAll(async () => {
    project = copyProject();
    const server = await startServer();
    expect(bucket).not.toBe("my-bucket");
    mkdirSync(join(server.folder, "my-bucket"));
    variables = Object.entries(server.environment)
      .map(([name, value]) => `export ${name}=${value}; `)
      .join("");
    // Replaces the page's address of a local server.
    commands.splice(
      0,
      commands.length,
      ...commands.map((line) => line.replace("http://127.0.0.1:9000", server.endpoint)),
    );
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  test("its commands work one after the other", async () => {
    for (const line of commands.filter((each) => each.startsWith("npm"))) {
      expect({ line, ...(await runWithoutNpm(variables + line, project)) }).toMatchObject({
        line,
        exitCode: 0,
      });
    }
  }, 240_000);
});
