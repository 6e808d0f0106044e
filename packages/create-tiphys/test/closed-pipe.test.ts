import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");

test("npm run init ends as usual when its output is not read", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", join(root, "scripts/init/main.ts"), "--help"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  // As head does when it has seen enough.
  child.stdout.destroy();
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });

  const [code] = await once(child, "close");

  expect({ code, said }).toEqual({ code: 0, said: "" });
}, 60_000);
