/** `npm run bench`: times the whole pipeline compared with bare Node and with the same steps in Python, and one step of the image. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchLint } from "./lint.js";
import { pythonEnvironment } from "./python-environment.js";
import { printStepOfImage } from "./step-of-image.js";
import { type Candidate, timeCommands } from "./time-commands.js";

const rounds = Number(process.env.ROUNDS ?? 7);
const root = join(import.meta.dirname, "..");
const scratch = mkdtempSync(join(tmpdir(), "bench-"));
const npmStart = (...options: string[]): Candidate["commands"] => [
  ["npm", "start", "--silent", "--", "--runs", join(scratch, "runs"), ...options],
];

const candidates: Candidate[] = [
  { name: "node -e 0", commands: [["node", "-e", "0"]] },
  { name: "npm run (a script that does nothing)", commands: [["npm", "run", "--silent", "bench:nothing"]] },
  { name: "npm start", commands: npmStart() },
  { name: "npm start -- --isolated", commands: npmStart("--isolated") },
];
const python = pythonEnvironment();
if (python !== undefined) {
  const command = (step: string): [string, ...string[]] => [python.python, python.script, step, scratch];
  const steps = ["load-and-split", "scale", "train", "predict", "evaluate"];
  candidates.push(
    { name: "Python, one process", commands: [command("all")] },
    { name: "Python, five processes with artifacts", commands: steps.map(command) },
  );
}

const seconds = timeCommands(candidates, rounds, root);
const bare = seconds[0] ?? Number.NaN;
const start = seconds[2] ?? Number.NaN;
console.log(`\nMedian of ${rounds} rounds, Node ${process.version}`);
console.log(
  `${"".padEnd(40)}${"seconds".padStart(9)}${"× node -e 0".padStart(13)}${"× npm start".padStart(13)}`,
);
for (const [i, { name }] of candidates.entries()) {
  const time = seconds[i] ?? Number.NaN;
  const columns = [
    time.toFixed(2).padStart(9),
    (time / bare).toFixed(1).padStart(13),
    (time / start).toFixed(2).padStart(13),
  ];
  console.log(`${name.padEnd(40)}${columns.join("")}`);
}

const others = (process.env.NODE_BINARIES ?? "").split(":").filter((path) => path !== "");
const nodes = others.length > 0 ? others : [process.execPath];
await printStepOfImage(root, scratch, join(scratch, "runs", "latest"), nodes, 3 * rounds);
rmSync(scratch, { recursive: true, force: true });
benchLint(rounds, root);
