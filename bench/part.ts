/** One part of the work, measured inside the process, without imports: `part.ts PART FILE` prints {"cpu": …, "wall": …}. */
import { readFileSync } from "node:fs";
import { HistGradientBoostingClassifier, LogisticRegression, StandardScaler, type Table } from "@tiphys/ml";
import { readDataset } from "@tiphys/workflow";
import { ColumnTable } from "arquero";
import { contract } from "../src/dataset.js";

async function measured(work: () => unknown): Promise<void> {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  console.log(JSON.stringify({ cpu: (user + system) / 1e6, wall: (performance.now() - wall) / 1000 }));
}

async function fit(path: string): Promise<void> {
  const { table } = await readDataset(path, contract);
  const x = table.select(...contract.features);
  const scaled = new StandardScaler().fit(x).transform(x);
  const y = Float64Array.from(table.array(contract.target));
  await measured(() => new LogisticRegression({ tol: 1e-12 }).fit(scaled, y));
}

/** The file holds 100 columns of numbers, one after the other; the labels are beside it. */
async function fitWide(path: string): Promise<void> {
  const x = columnsIn(path, 100);
  await measured(() => new LogisticRegression().fit(x, numbersIn(`${path}.labels`)));
}

/** 100 iterations on the first 20 columns of the same file. */
async function boost(path: string): Promise<void> {
  const x = columnsIn(path, 20);
  const model = new HistGradientBoostingClassifier({ earlyStopping: false });
  await measured(() => model.fit(x, numbersIn(`${path}.labels`)));
}

/** The first columns of a file of 100. */
function columnsIn(path: string, count: number): Table {
  const values = numbersIn(path);
  const rows = values.length / 100;
  return new ColumnTable(
    Object.fromEntries(
      Array.from({ length: count }, (_, j) => [`x${j}`, values.subarray(j * rows, (j + 1) * rows)]),
    ),
  );
}

function numbersIn(path: string): Float64Array {
  const bytes = readFileSync(path);
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
}

const parts: Readonly<Record<string, (path: string) => Promise<void>>> = {
  read: (path) => measured(() => readDataset(path, contract)),
  fit,
  "fit-wide": fitWide,
  boost,
};
const [part = "", path = ""] = process.argv.slice(2);
await parts[part]?.(path);
