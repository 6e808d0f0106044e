import { machine } from "node:os";

/** Names of processors in `uname -m`, and in container tools. */
const names: Readonly<Record<string, string>> = { x86_64: "amd64", aarch64: "arm64", arm64: "arm64" };

/** The processors of platforms such as `linux/arm64/v8`, except this machine's, without duplicates. */
export function foreignArchitectures(platforms: readonly string[], own: string = machine()): string[] {
  const wanted = platforms.map((platform) => platform.split("/")[1] ?? platform);
  return [...new Set(wanted)].filter((architecture) => architecture !== (names[own] ?? own));
}
