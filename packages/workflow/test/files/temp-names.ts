import { spawnSync } from "node:child_process";
import { hostname } from "node:os";

/** The id of a process that has ended. */
export function endedProcess(): number {
  return spawnSync(process.execPath, ["-e", "0"]).pid;
}

/** The temporary name of a file, as a process of a host creates it. */
export function tempNameOf(pid: number, name = "a.csv", host = thisHost()): string {
  return `.${name}.${host}-${pid}-0123456789ab.part`;
}

function thisHost(): string {
  return hostname()
    .replaceAll(/[^\w-]/g, "")
    .slice(0, 40);
}
