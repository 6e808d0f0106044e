/** Every kind of artifact that Argo's UI displays: a picture, a page, JSON, a text; and a folder of files, shown as a listing. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rocCurvePng } from "@tiphys/ml";
import {
  artifact,
  defineStep,
  defineWorkflow,
  folder,
  html,
  json,
  parameter,
  png,
  text,
} from "@tiphys/workflow";
import * as z from "zod";

const curve = json(z.strictObject({ fpr: z.array(z.number()), tpr: z.array(z.number()), auc: z.number() }));

const showEverything = defineStep({
  name: "show-everything",
  inputs: { title: parameter(z.string()) },
  outputs: {
    picture: artifact(png),
    page: artifact(html),
    figures: artifact(curve),
    note: artifact(text),
    files: artifact(folder),
  },
  async run({ title }, { scratch }) {
    const figures = { fpr: [0, 0.1, 1], tpr: [0, 0.8, 1], auc: 0.85 };
    const files = join(scratch, "files");
    mkdirSync(files);
    for (const [i, fpr] of figures.fpr.entries())
      writeFileSync(join(files, `point-${i}.txt`), `${fpr} ${figures.tpr[i]}\n`);
    return {
      picture: await rocCurvePng({ ...figures, title, width: 400, height: 400 }),
      page: `<!doctype html><meta charset="utf-8"><title>ROC</title><h1 style="color: teal">${escapeHtml(title)}</h1>\n`,
      figures,
      note: `${title}: AUC ${figures.auc}\n`,
      files: { folder: files },
    };
  },
});

const countFiles = defineStep({
  name: "count-files",
  inputs: { files: artifact(folder) },
  outputs: { count: parameter(z.int()) },
  run: ({ files }) => ({ count: readdirSync(files.folder).length }),
});

function escapeHtml(plain: string): string {
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

export const artifacts = defineWorkflow({
  name: "artifacts",
  description: "Make an artifact of every kind, and hand a folder on.",
  parameters: { title: parameter(z.string(), "Three points of a curve") },
  build(dag, { title }) {
    const made = dag.task(showEverything, { title });
    return { ...made, count: dag.task(countFiles, { files: made.files }).count };
  },
});
