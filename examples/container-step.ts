/** A command of any image: a container that knows nothing about this project reads and writes artifacts and parameters. */
import { artifact, containerStep, defineStep, defineWorkflow, parameter, text } from "@tiphys/workflow";
import * as z from "zod";

const writeLines = defineStep({
  name: "write-lines",
  inputs: { words: parameter(z.array(z.string())) },
  outputs: { lines: artifact(text) },
  run: ({ words }) => ({ lines: `${words.join("\n")}\n` }),
});

const sortLines = containerStep({
  name: "sort-lines",
  description: "Sorts the lines of a text with the shell's own tools.",
  image: "busybox:1.37",
  command: [
    "sh",
    "-c",
    'sort "$1" > "$2" && wc -l < "$2" | tr -d " \\n" > "$3" && echo "sorted in $4"',
    "sort-lines",
  ],
  inputs: { lines: artifact(text), locale: parameter(z.enum(["C", "en"]), "C") },
  outputs: { sorted: artifact(text), count: parameter(z.int()) },
  args: ({ inputs, outputs }) => [inputs.lines, outputs.sorted, outputs.count, inputs.locale],
});

export const containerSteps = defineWorkflow({
  name: "container-step",
  description: "Sort words with sort(1); on this machine it needs docker or podman.",
  parameters: { words: parameter(z.array(z.string()).min(1), ["pear", "apple", "fig"]) },
  build(dag, { words }) {
    const { lines } = dag.task(writeLines, { words });
    return { ...dag.task(sortLines, { lines }) };
  },
});
