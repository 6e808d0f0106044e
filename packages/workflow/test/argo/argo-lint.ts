import { spawnSync } from "node:child_process";

/** The `argo` program that the environment variable ARGO_CLI names, if any. */
export function argoCli(): string | undefined {
  return process.env.ARGO_CLI || undefined;
}

/**
 * Runs the real `argo lint`, which needs no cluster, on files that may refer to each other.
 * @throws if ARGO_CLI is not set, does not start or takes more than 20 s
 */
export function argoLint(files: readonly string[]): { readonly ok: boolean; readonly output: string } {
  const program = argoCli();
  if (program === undefined) throw new Error("ARGO_CLI does not name the argo program.");
  const { status, error, stdout, stderr } = spawnSync(program, ["lint", "--offline", ...files], {
    encoding: "utf8",
    timeout: 20_000,
    env: { PATH: process.env.PATH },
  });
  if (error) throw new Error(`${program} lint --offline ${files.join(" ")}: ${error.message}`);
  return { ok: status === 0, output: stdout + stderr };
}
