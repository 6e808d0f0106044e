import type { Paint } from "@tiphys/argo-lint/terminal";
import { pluralize, printable } from "@tiphys/argo-lint/text";
import type { Phase, RunRecord, TaskRecord } from "../../local/run-record.js";
import { elapsedText } from "./duration-text.js";

/** The symbols of `argo get`. */
export const phaseSymbols: Readonly<Record<Phase, string>> = {
  Pending: "◷",
  Running: "●",
  Suspended: "ǁ",
  Succeeded: "✔",
  Failed: "✖",
  Error: "⚠",
  Skipped: "○",
  Omitted: "○",
  Incomplete: "ǁ",
  Interrupted: "⚠",
};

const colours: Readonly<Record<Phase, Parameters<Paint>[0]>> = {
  Pending: "yellow",
  Running: "cyan",
  Suspended: "yellow",
  Succeeded: "green",
  Failed: "red",
  Error: "red",
  Skipped: "gray",
  Omitted: "gray",
  Incomplete: "yellow",
  Interrupted: "red",
};

interface Row {
  readonly prefix: string;
  readonly phase: Phase;
  readonly name: string;
  readonly duration: string;
  readonly message: string;
}

/**
 * A run as a tree, with the words and symbols of `argo get`; omitted tasks are shown too.
 * @param width of the terminal, to which messages are cut
 */
export function drawTree(record: RunRecord, paint: Paint, width = Number.POSITIVE_INFINITY): string[] {
  const rows: Row[] = [rowOf(record.workflow, record, "", record.message)];
  addRows(rows, record.tasks, " ");
  if (record.exit !== undefined) {
    rows.push({ prefix: "", phase: phaseOf(record.exit), name: "onExit", duration: "", message: "" });
    addRows(rows, record.exit, " ");
  }
  const nameWidth =
    Math.max("STEP".length, ...rows.map((row) => row.prefix.length + 2 + row.name.length)) + 2;
  const timeWidth = Math.max("DURATION".length, ...rows.map((row) => row.duration.length)) + 2;
  const header = `${"STEP".padEnd(nameWidth)}${"DURATION".padEnd(timeWidth)}MESSAGE`;
  return [
    paint("bold", header),
    ...rows.map(({ prefix, phase, name, duration, message }) => {
      const gap = " ".repeat(nameWidth - prefix.length - 2 - name.length);
      const room = Math.max(0, width - nameWidth - timeWidth);
      const shown =
        message.length > room ? `${message.slice(0, Math.max(0, room - 1))}…`.slice(0, room) : message;
      const line = `${prefix}${paint(colours[phase], phaseSymbols[phase])} ${name}${gap}${duration.padEnd(timeWidth)}${shown}`;
      return line.trimEnd();
    }),
  ];
}

function addRows(rows: Row[], tasks: readonly TaskRecord[], indent: string): void {
  for (const [i, task] of tasks.entries()) {
    const last = i === tasks.length - 1;
    rows.push(rowOf(task.name, task, `${indent}${last ? "└─" : "├─"}`, messageOf(task)));
    addRows(rows, task.children ?? [], `${indent}${last ? "  " : "│ "}`);
  }
}

function rowOf(
  name: string,
  { phase, startedAt, finishedAt }: Pick<TaskRecord, "phase" | "startedAt" | "finishedAt">,
  prefix: string,
  message: string | undefined,
): Row {
  return { prefix, phase, name, duration: elapsedText(startedAt, finishedAt), message: firstLine(message) };
}

/** Omitted tasks get a word, because they have the same symbol as skipped ones. */
function messageOf(task: TaskRecord): string | undefined {
  if (task.phase === "Omitted") return "omitted";
  if (task.phase === "Running") return task.progress ?? task.message;
  if (task.cached !== undefined) return cachedText(task.cached);
  const retries = (task.attempts?.length ?? 1) - 1;
  if (task.phase === "Succeeded" && retries > 0) return `after ${pluralize(retries, "retry", "retries")}`;
  return task.message;
}

/** Where the outputs of a task that did not run were made. */
export function cachedText({ run }: NonNullable<TaskRecord["cached"]>): string {
  return `cached (${run})`;
}

function firstLine(message = ""): string {
  const [first = ""] = message.split("\n");
  return printable(first);
}

function phaseOf(tasks: readonly TaskRecord[]): Phase {
  const phases = tasks.map((task) => task.phase);
  const first = (["Failed", "Error", "Interrupted", "Running", "Pending"] as const).find((phase) =>
    phases.includes(phase),
  );
  return first ?? "Succeeded";
}
