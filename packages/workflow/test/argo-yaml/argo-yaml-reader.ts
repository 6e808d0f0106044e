import { spawnSync } from "node:child_process";
import * as z from "zod";

/** The program of test/fixtures/argo-yaml-reader that the environment variable ARGO_YAML_READER names, if any. */
export function argoYamlReader(): string | undefined {
  return process.env.ARGO_YAML_READER || undefined;
}

const answer = z.object({ value: z.unknown().optional(), error: z.string().optional() });

/**
 * The value that Argo's YAML library reads from each document.
 * @throws if ARGO_YAML_READER is not set or does not start, or a document cannot be read
 */
export function readByArgo(documents: readonly string[]): unknown[] {
  const program = argoYamlReader();
  if (program === undefined) throw new Error("ARGO_YAML_READER does not name the program.");
  const { status, error, stdout, stderr } = spawnSync(program, {
    encoding: "utf8",
    input: documents.join("\0"),
    maxBuffer: 1024 ** 3,
    timeout: 60_000,
  });
  if (error !== undefined || status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
  return stdout
    .trim()
    .split("\n")
    .map((line, i) => {
      const { value, error } = answer.parse(JSON.parse(line));
      if (error !== undefined) throw new Error(`${error}\n${documents[i]}`);
      return value;
    });
}
