/** Artifacts as inputs and outputs of a map: cut a table into parts, process each part, and combine the results. */
import {
  artifact,
  artifactList,
  defineStep,
  defineWorkflow,
  file,
  json,
  parameter,
  readDataset,
  table,
} from "@tiphys/workflow";
import * as z from "zod";
import { contract, datasetArtifact } from "../src/dataset.js";

const sums = json(z.strictObject({ rows: z.int(), totals: z.record(z.string(), z.number()) }));

const cutIntoParts = defineStep({
  name: "cut-into-parts",
  inputs: { dataset: artifact(file("csv", "text/csv")), rowsOfPart: parameter(z.int().min(1)) },
  outputs: { parts: artifactList(table) },
  async run({ dataset, rowsOfPart }) {
    const { table: data, rows } = await readDataset(dataset.file, contract);
    const count = Math.ceil(rows / rowsOfPart);
    return {
      parts: Array.from({ length: count }, (_, part) =>
        data.slice(part * rowsOfPart, (part + 1) * rowsOfPart),
      ),
    };
  },
});

const sumPart = defineStep({
  name: "sum-part",
  inputs: { part: artifact(table) },
  outputs: { sums: artifact(sums), rows: parameter(z.int()) },
  run({ part }) {
    const total = (name: string): number =>
      Float64Array.from(part.array(name)).reduce((sum, value) => sum + value, 0);
    const rows = part.numRows();
    return {
      sums: { rows, totals: Object.fromEntries(part.columnNames().map((name) => [name, total(name)])) },
      rows,
    };
  },
});

const meanOfParts = defineStep({
  name: "mean-of-parts",
  inputs: { sums: artifactList(sums) },
  outputs: { means: artifact(json(z.record(z.string(), z.number()))), rows: parameter(z.int()) },
  run({ sums }) {
    const rows = sums.reduce((count, part) => count + part.rows, 0);
    const mean = (name: string): number =>
      sums.reduce((sum, part) => sum + (part.totals[name] ?? 0), 0) / rows;
    const names = Object.keys(sums[0]?.totals ?? {});
    return { means: Object.fromEntries(names.map((name) => [name, mean(name)])), rows };
  },
});

export const mapReduce = defineWorkflow({
  name: "map-reduce",
  description: "Mean of each column of a table, made part by part.",
  parameters: { rowsOfPart: parameter(z.int().min(1), 200) },
  artifacts: { dataset: datasetArtifact },
  build(dag, { dataset, rowsOfPart }) {
    const { parts } = dag.task(cutIntoParts, { dataset, rowsOfPart });
    const summed = dag.map(sumPart, parts, (part) => ({ part }));
    const { means, rows } = dag.task(meanOfParts, { sums: summed.sums });
    return { means, rows, rowsOfParts: summed.rows };
  },
});
