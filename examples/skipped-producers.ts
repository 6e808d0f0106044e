/** Optional inputs: a report is bound from the parts whose tasks ran. */
import { artifact, defineStep, defineWorkflow, optional, parameter, text } from "@tiphys/workflow";
import * as z from "zod";

const pickSections = defineStep({
  name: "pick-sections",
  inputs: { detail: parameter(z.enum(["short", "long"])) },
  outputs: { pages: parameter(z.int()) },
  run: ({ detail }) => ({ pages: detail === "short" ? 1 : 12 }),
});

const writeSummary = defineStep({
  name: "write-summary",
  inputs: { pages: parameter(z.int()) },
  outputs: { summary: artifact(text) },
  run: ({ pages }) => ({ summary: `In short: ${pages} pages follow.\n` }),
});

const writeIndex = defineStep({
  name: "write-index",
  inputs: { pages: parameter(z.int()) },
  outputs: { index: artifact(text), entries: parameter(z.int()) },
  run: ({ pages }) => ({ index: `Index of ${pages} pages\n`, entries: 3 * pages }),
});

const bindReport = defineStep({
  name: "bind-report",
  inputs: {
    summary: optional(artifact(text)),
    index: optional(artifact(text)),
    entries: optional(parameter(z.int())),
  },
  outputs: { report: artifact(text), parts: parameter(z.int()) },
  run({ summary, index, entries = 0 }) {
    const parts = [summary, index].filter((part) => part !== undefined);
    return { report: `${parts.join("")}${entries} entries\n`, parts: parts.length };
  },
});

export const skippedProducers = defineWorkflow({
  name: "skipped-producers",
  description: "Bind a report from what was written (--set detail=long writes all of it).",
  parameters: { detail: parameter(z.enum(["short", "long"]), "short") },
  build(dag, { detail }) {
    const { pages } = dag.task(pickSections, { detail });
    const { summary } = dag.task(writeSummary, { pages });
    const { index, entries } = dag.task(writeIndex, { pages }, { when: pages.greaterThan(10) });
    return { ...dag.task(bindReport, { summary, index, entries }) };
  },
});
