import type { Template } from "@tiphys/argo-lint/argo-schema";
import { DefinitionError } from "../../definition/errors.js";
import type { ApproveTask, Graph, RepeatTask, TemplateTask, Workflow } from "../../definition/graph.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { isRawText } from "../../definition/parameter-schema.js";
import { mergePodOptions, type PodOptions } from "../../definition/pod-options.js";
import type { Step } from "../../definition/step.js";
import { fuseTasks } from "../graph/fuse-tasks.js";
import { groupConditionals } from "../graph/group-conditionals.js";
import { memoizeTasks } from "../graph/memoize-tasks.js";
import { memoizedStep } from "../graph/memoized.js";
import { sharedTasks } from "../graph/shared-pod.js";
import { isSynthetic, wrapMaps } from "../graph/wrap-maps.js";
import { approvedTemplate, approveTemplate, hasDefaults } from "./approve-template.js";
import { graphInputs, graphOutputs } from "./dag-ports.js";
import { dagTask } from "./dag-task.js";
import { failuresExpression } from "./failures.js";
import { type MemoizeOptions, memoizeOf } from "./memoize.js";
import { workflowTemplateNames } from "./node-names.js";
import type { InputScope } from "./references.js";
import { oneRound, repeatTemplate } from "./repeat-template.js";
import { sourceOfSharedPod } from "./shared-source.js";
import { type StepVariant, stepTemplate } from "./step-template.js";

interface CompilerOptions {
  readonly image: string;
  readonly pod: PodOptions;
  readonly fuse: boolean;
  readonly exported: ReadonlyMap<Workflow, ReadonlySet<string>>;
  /** `owner`: the name of the workflow of the manifest. */
  readonly memoize?: MemoizeOptions & { readonly owner: string };
}

/** Creates templates, each once, with names that are unique in the manifest. */
export class Compiler {
  readonly #image: string;
  readonly #pod: PodOptions;
  readonly #fuse: boolean;
  readonly #exported: ReadonlyMap<Workflow, ReadonlySet<string>>;
  readonly #memoize: CompilerOptions["memoize"];
  readonly #templates = new Map<string, Template>();
  readonly #named = new Map<string, string>();
  readonly #workflows = new Map<Workflow, string>();
  readonly #globalNames = new WeakMap<TemplateTask, Readonly<Record<string, string>>>();

  /**
   * @param options `fuse`: whether tasks that only follow each other share a pod; `exported`: the outputs that an exit handler
   *   reads, by workflow
   */
  constructor({ image, pod, fuse, exported, memoize }: CompilerOptions) {
    this.#image = image;
    this.#pod = pod;
    this.#fuse = fuse;
    this.#exported = exported;
    this.#memoize = memoize;
  }

  /** All templates so far; callers come before the templates that they call. */
  templates(): Template[] {
    return [...this.#templates.values()];
  }

  /** Creates the DAG template of a workflow and all templates that it calls. @returns its name */
  workflow(workflow: Workflow): string {
    const known = this.#workflows.get(workflow);
    if (known !== undefined) return known;
    const [own, other] = workflowTemplateNames(workflow);
    const name = isSynthetic(workflow) ? this.#reserve(own) : this.#reserve(own, other);
    this.#workflows.set(workflow, name);
    // Workflows that the compiler generated are wrapped already.
    const wrapped = isSynthetic(workflow) ? workflow.graph : wrapMaps(workflow.graph);
    const grouped = groupConditionals(wrapped, workflow.inputs);
    const fused = this.#fuse ? fuseTasks(grouped, workflow.inputs) : grouped;
    const graph = this.#memoize === undefined ? fused : memoizeTasks(fused, this.#memoize.codeDigest);
    const inputs = graphInputs(workflow, graph);
    const exported = this.#exported.get(workflow) ?? new Set();
    const outputs = graphOutputs(graph, exported);
    this.#exportArtifacts(workflow, graph, exported);
    this.#templates.set(name, {
      name,
      ...omitUndefined({ inputs, outputs }),
      dag: { tasks: this.#tasks(graph, "template") },
    });
    return name;
  }

  /** Creates the DAG template of an exit handler. Call it after all templates of the workflow exist. @returns its name */
  exitHandler(workflow: string, graph: Graph): string {
    const failures = failuresExpression(this.templates());
    const name = this.#reserve(`${workflow}-exit`);
    const prepared = groupConditionals(wrapMaps(graph), {});
    this.#templates.set(name, { name, dag: { tasks: this.#tasks(prepared, { failures }) } });
    return name;
  }

  /** Creates the template that a task calls. @returns its name */
  template(task: TemplateTask): string {
    return task.kind === "repeat" ? this.#repeated(task) : this.#once(task);
  }

  /** The template of one round of a repeated task, or of a task that is not repeated. */
  #once(task: TemplateTask): string {
    const { template } = task;
    return template.kind === "workflow" ? this.workflow(template) : this.#step(template, task);
  }

  approve(task: ApproveTask): string {
    if (!hasDefaults(task)) return this.#approval(task);
    const identity = `approved ${JSON.stringify(approveTemplate("", task))}`;
    return this.#distinct(`${task.name}-approved`, `${task.name}-approved`, identity, (name) =>
      approvedTemplate(name, task, this.#approval(task)),
    );
  }

  #approval(task: ApproveTask): string {
    return this.#distinct(
      task.name,
      `approve-${task.name}`,
      `approve ${JSON.stringify(approveTemplate("", task))}`,
      (name) => approveTemplate(name, task),
    );
  }

  #tasks(graph: Graph, from: InputScope): NonNullable<Template["dag"]>["tasks"] {
    return [...graph.tasks.values()].map((task) => dagTask(task, graph, from, this));
  }

  #step(step: Step, task: TemplateTask): string {
    const storesMapped =
      task.kind === "map" && Object.values(step.outputs).some((port) => port.kind === "artifact");
    const result = step.implementation?.kind === "script" ? step.outputs.result : undefined;
    if (task.kind === "map" && result?.kind === "parameter" && isRawText(result.schema)) {
      throw new DefinitionError(
        `task "${task.name}" maps a script whose result is a text. Argo reads the results of a loop as JSON: declare the result as an object, such as z.object({ text: z.string() }).`,
      );
    }
    const variant: StepVariant = {
      pod: mergePodOptions(this.#pod, task.pod),
      ...omitUndefined({ retry: task.retry, timeout: task.timeout }),
      ...(storesMapped ? { mapped: task.name } : {}),
      globalNames: this.#globalNames.get(task) ?? {},
    };
    const identity = `step ${step.name} ${JSON.stringify([variant, contentOf(step), memoizedStep(step)])}`;
    return this.#distinct(step.name, `${step.name}-${task.name}`, identity, (name) => {
      const template = stepTemplate(name, step, variant, this.#image);
      const options = this.#memoize;
      const pod = { image: this.#image, ...variant.pod };
      const memoize = options && memoizeOf(step, `${options.owner}-${name}`, pod, options);
      return { ...template, ...omitUndefined({ memoize }) };
    });
  }

  #repeated(task: RepeatTask): string {
    const name = this.#reserve(`${task.name}-rounds`);
    const body = this.#once(oneRound(task));
    this.#templates.set(name, repeatTemplate(name, task, body));
    return name;
  }

  /** Argo drops the global name of an artifact that a DAG passes on, so the step's own template must set it. */
  #exportArtifacts(workflow: Workflow, graph: Graph, exported: ReadonlySet<string>): void {
    for (const name of exported) {
      const output = graph.outputs[name];
      if (output?.port.kind !== "artifact") continue;
      const { source } = output;
      const task = source.from === "task" ? graph.tasks.get(source.task) : undefined;
      const isStep = task?.kind === "call" && task.template.kind === "step";
      if (source.from !== "task" || !isStep) {
        throw new DefinitionError(
          `${workflow.name}: the exit handler reads the artifact "${name}", which is not the output of a step. In the cluster it can read only outputs of steps.`,
        );
      }
      this.#globalNames.set(task, { ...this.#globalNames.get(task), [source.output]: name });
    }
  }

  /** Creates one template for each distinct content; the first has the plain name, the others the longer one. */
  #distinct(plain: string, longer: string, identity: string, make: (name: string) => Template): string {
    const known = this.#named.get(identity);
    if (known !== undefined) return known;
    const name = this.#templates.has(plain) ? this.#reserve(longer) : this.#reserve(plain);
    this.#named.set(identity, name);
    this.#templates.set(name, make(name));
    return name;
  }

  /** Reserves the first of the names that is free; appends a number to the first one if all are taken. */
  #reserve(wanted: string, ...others: readonly string[]): string {
    const free = [wanted, ...others].find((candidate) => !this.#templates.has(candidate));
    let name = free ?? wanted;
    for (let n = 2; this.#templates.has(name); n++) name = `${wanted}-${n}`;
    if (name.length > 128)
      throw new DefinitionError(
        `The template name "${name}" is longer than Argo allows (128). Shorten the task's name.`,
      );
    // Keeps the position in the order, and keeps templates that this one calls from taking the name.
    this.#templates.set(name, { name });
    return name;
  }
}

/** What distinguishes two shared pods of one name; nothing for the project's own steps, whose names are unique. */
function contentOf(step: Step): string | undefined {
  const tasks = sharedTasks(step);
  return tasks && sourceOfSharedPod(step, tasks);
}
