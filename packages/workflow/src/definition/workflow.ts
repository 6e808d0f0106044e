import * as z from "zod";
import { checkPorts } from "./check-ports.js";
import type { Dag } from "./dag.js";
import { DagBuilder } from "./dag-builder.js";
import { DefinitionError } from "./errors.js";
import type { Graph, Workflow } from "./graph.js";
import { checkWorkflowName } from "./names.js";
import { omitUndefined } from "./omit-undefined.js";
import type { ArgoOptions } from "./pod-options.js";
import type { AnyValue, ArtifactPort, Inputs, ParameterPort, Port, Presence } from "./port.js";
import { type AnyRef, ArtifactRef, MaybeArtifactRef, MaybeParameterRef, ParameterRef } from "./reference.js";
import type { ValueSource } from "./value-source.js";
import type { PortsOf, Refs, WorkflowOutputs } from "./wiring.js";

export type Parameters = Readonly<Record<string, ParameterPort<AnyValue, Presence>>>;
export type Artifacts = Readonly<Record<string, ArtifactPort<AnyValue, Presence>>>;

/** A failed task, as Argo reports it to an exit handler. Unknown keys are removed. */
export const failureSchema = z.object({
  displayName: z.string(),
  message: z.string(),
  templateName: z.string(),
  phase: z.string(),
});
export type Failure = z.output<typeof failureSchema>;

/** The failed tasks; null if nothing failed. */
export const failuresSchema = z.array(failureSchema).nullable();
/** How the workflow ended, as Argo reports it to an exit handler. */
export const statusSchema = z.enum(["Succeeded", "Failed", "Error"]);

/** The references that an exit handler can use. Outputs may not exist: the workflow may have failed before it made them. */
export interface Exit<P, R> {
  readonly parameters: Refs<P>;
  readonly status: ParameterRef<z.output<typeof statusSchema>>;
  readonly failures: ParameterRef<Failure[] | null>;
  readonly outputs: {
    readonly [Name in keyof R as Name extends string ? Name : never]: R[Name] extends ParameterRef<infer T>
      ? MaybeParameterRef<T>
      : R[Name] extends ArtifactRef<infer T>
        ? MaybeArtifactRef<T>
        : never;
  };
}

/** The options of {@link defineWorkflow}. */
export interface WorkflowDefinition<P extends Parameters, A extends Artifacts, R> {
  /** Lower-case letters, digits and hyphens, at most 52. */
  readonly name: string;
  /** One sentence, shown by `describe`. */
  readonly description?: string;
  readonly parameters?: P;
  readonly artifacts?: A;
  /** Argo fields of the workflow itself, and defaults for all its pods. */
  readonly argo?: ArgoOptions;
  /** Wires the tasks and returns the workflow's outputs. Called once, when the workflow is defined; it runs no step. */
  build(dag: Dag, inputs: Refs<P & A>): R;
  /** Wires tasks that run at the end, after success and after failure. A workflow with `onExit` cannot be nested in another. */
  onExit?(dag: Pick<Dag, "task">, exit: Exit<P, R>): void;
}

// biome-ignore lint/complexity/noBannedTypes: a workflow without parameters has the empty object
type Nothing = {};

/**
 * Defines a workflow and builds its graph.
 * @throws {DefinitionError} for mistakes that types cannot catch: two tasks with one name, a cycle, a name that Argo refuses, …
 */
export function defineWorkflow<
  P extends Parameters = Nothing,
  A extends Artifacts = Nothing,
  // biome-ignore lint/suspicious/noConfusingVoidType: a build function without a return statement returns void
  R extends WorkflowOutputs | void = void,
>(definition: WorkflowDefinition<P, A, R>): Workflow<P & A, PortsOf<R>> {
  const { name } = definition;
  checkWorkflowName(name);
  const parameters: Parameters = definition.parameters ?? {};
  const artifacts: Artifacts = definition.artifacts ?? {};
  for (const duplicate of Object.keys(parameters).filter((key) => key in artifacts)) {
    throw new DefinitionError(
      `${name}: a parameter and an artifact are both called "${duplicate}". Rename one.`,
    );
  }
  const inputs: Inputs = { ...parameters, ...artifacts };
  checkPorts(`workflow ${name}`, inputs, {});

  const builder = new DagBuilder(name);
  // Both casts hold because the types of `definition` describe these values: the references are made from `inputs`, and
  // the outputs' ports come from the references that `build` returned.
  const returned = definition.build(builder, inputRefs(builder, inputs) as Refs<P & A>);
  const graph = builder.finish(returned ?? {});
  const outputs = Object.fromEntries(Object.entries(graph.outputs).map(([key, { port }]) => [key, port]));
  const exit =
    definition.onExit === undefined ? undefined : buildExit(definition.onExit, name, parameters, graph);
  return {
    kind: "workflow",
    name,
    ...omitUndefined({ description: definition.description }),
    inputs: inputs as P & A,
    outputs: outputs as PortsOf<R>,
    graph,
    ...omitUndefined({ exit, argo: definition.argo }),
  };
}

function inputRefs(builder: DagBuilder, inputs: Inputs): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, port]) => {
      const source = { from: "input", name } as const;
      return [name, builder.own(port.need === "optional" ? maybeRef(source, port) : alwaysRef(source, port))];
    }),
  );
}

function buildExit<P, R>(
  onExit: (dag: Pick<Dag, "task">, exit: Exit<P, R>) => void,
  workflow: string,
  parameters: Parameters,
  graph: Graph,
): Graph {
  const builder = new DagBuilder(`${workflow}, exit handler`);
  const outputs = Object.entries(graph.outputs).map(([name, { port }]) => {
    const source = { from: "output", name } as const;
    return [name, builder.own(maybeRef(source, port))];
  });
  onExit(builder, {
    parameters: inputRefs(builder, parameters) as Refs<P>,
    status: builder.own(new ParameterRef({ from: "status" }, statusSchema)),
    failures: builder.own(new ParameterRef({ from: "failures" }, failuresSchema)),
    outputs: Object.fromEntries(outputs),
  });
  return builder.finish({});
}

function alwaysRef(source: ValueSource, port: Port): AnyRef {
  return port.kind === "parameter"
    ? new ParameterRef(source, port.schema)
    : new ArtifactRef(source, port.codec, port.list);
}

function maybeRef(source: ValueSource, port: Port): AnyRef {
  return port.kind === "parameter"
    ? new MaybeParameterRef(source, port.schema)
    : new MaybeArtifactRef(source, port.codec, port.list);
}
