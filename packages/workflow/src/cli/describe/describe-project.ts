import type { Paint } from "@tiphys/argo-lint/terminal";
import { didYouMean } from "@tiphys/argo-lint/text";
import { UsageError } from "../../definition/errors.js";
import { findSteps } from "../../definition/find-steps.js";
import type { Graph, Workflow } from "../../definition/graph.js";
import type { Port } from "../../definition/port.js";
import type { Step } from "../../definition/step.js";
import type { Project } from "../project/project.js";
import { describeValue } from "./describe-port.js";

/**
 * A description of the project's workflows and steps.
 * @param name of one workflow or step; default: all
 * @throws {UsageError} if no workflow or step has the name
 */
export function describeProject(project: Project, name: string | undefined, paint: Paint): string[] {
  const all = [...project.workflows, ...findSteps(project.workflows).values()];
  const chosen = name === undefined ? all : all.filter((template) => template.name === name);
  if (chosen.length === 0) {
    const names = all.map((template) => template.name);
    const known = ` Available: ${names.join(", ")}.`;
    throw new UsageError(`There is no workflow or step "${name}".${didYouMean(name ?? "", names) || known}`);
  }
  return chosen.flatMap((template) => describeTemplate(template, paint));
}

function describeTemplate(template: Step | Workflow, paint: Paint): string[] {
  return [
    `${template.kind} ${paint("bold", template.name)}`,
    ...(template.description === undefined ? [] : [`  ${template.description}`]),
    ...describePorts("inputs", template.inputs),
    ...describePorts("outputs", template.outputs),
    ...(template.kind === "workflow" ? describeTasks(template) : []),
    "",
  ];
}

function describeTasks({ graph, exit }: Workflow): string[] {
  const names = ({ tasks }: Graph): string => [...tasks.keys()].join(", ");
  return [
    `  tasks: ${names(graph)}`,
    ...(exit === undefined ? [] : [`  at the end, always: ${names(exit)}`]),
  ];
}

function describePorts(title: string, ports: Readonly<Record<string, Port>>): string[] {
  const entries = Object.entries(ports);
  if (entries.length === 0) return [];
  const width = Math.max(...entries.map(([name]) => name.length)) + 2;
  return [
    `  ${title}:`,
    ...entries.map(([name, port]) => `    ${name.padEnd(width)}${describePort(name, port)}`),
  ];
}

function describePort(name: string, port: Port): string {
  return `${port.kind}: ${describeValue(name, port)}${port.need === "optional" ? ", optional" : ""}`;
}
