import { endsBefore } from "../dependencies.js";
import type { Call, Manifest, TemplateNode } from "../manifest.js";
import type { Path } from "../path.js";
import { hasVariableTag, nameInJson, tagsOf } from "../tags.js";
import { variableTextsOf } from "../texts.js";
import { addOutputs, filledName } from "./add-outputs.js";
import { expressionVariables } from "./expression-variables.js";
import { globalScope, referredManifest } from "./global-scope.js";
import { isResolved } from "./is-resolved.js";
import { anyGlobalArtifact, VariableScope } from "./scope.js";
import { sortTasks } from "./sort-tasks.js";
import { addItems, templateScope } from "./template-scope.js";

/** A variable that does not exist at its place. */
export interface Unresolved {
  /** The name between the braces. */
  readonly name: string;
  /** The whole tag. */
  readonly tag: string;
  /** Whether it is part of an expression; then `tag` is the whole expression. */
  readonly isInExpression: boolean;
  /** Its place in its own manifest. */
  readonly path: Path;
  /** Whether it is in the key that ends the path. */
  readonly isKey: boolean;
  readonly template: TemplateNode;
  /** The task or step that contains it. */
  readonly call: Call | undefined;
  /** The variables that can be read there. */
  readonly scope: VariableScope;
  /** The place in this manifest that leads to the template, if that belongs to another manifest. */
  readonly via: Path | undefined;
}

const known = new WeakMap<Manifest, readonly Unresolved[]>();

/**
 * The variables that do not exist, in a manifest's templates and in those of other manifests that it calls. `argo lint`
 * refuses those that are tags, and does not check expressions.
 *
 * Visits the templates in Argo's order, because outputs with a `globalName` exist only for templates that come later.
 *
 * Source: ValidateWorkflow, validateTemplate, validateDAG and validateSteps in workflow/validate/validate.go
 */
export function findUnresolved(manifest: Manifest): readonly Unresolved[] {
  const found = known.get(manifest) ?? new Walk(manifest).run();
  known.set(manifest, found);
  return found;
}

class Walk {
  readonly #manifest: Manifest;
  readonly #inTemplate: boolean;
  readonly #globals: VariableScope;
  readonly #visited = new Set<TemplateNode>();
  readonly #found: Unresolved[] = [];

  constructor(manifest: Manifest) {
    this.#manifest = manifest;
    this.#inTemplate = manifest.kind === "WorkflowTemplate" || manifest.kind === "ClusterWorkflowTemplate";
    this.#globals = globalScope(manifest);
  }

  run(): readonly Unresolved[] {
    const { spec, specPath, lookup, templates } = this.#manifest;
    const referred = referredManifest(this.#manifest);
    if (referred === "elsewhere") return [];
    const via = referred === undefined ? undefined : [...specPath, "workflowTemplateRef"];
    const start = (name: string | undefined): void => {
      const target = lookup.template(this.#manifest, name);
      if (target.kind === "found") this.#visit(target.template, via);
    };
    start(spec.entrypoint || referred?.spec.entrypoint);
    const onExit = spec.onExit || referred?.spec.onExit;
    const all = referred?.templates ?? templates;
    if (onExit) {
      this.#globals.add("workflow.failures");
      const artifacts = all.flatMap(({ template }) => template.outputs?.artifacts ?? []);
      if (artifacts.some(({ globalName }) => globalName && hasVariableTag(globalName)))
        this.#globals.add(anyGlobalArtifact);
      start(onExit);
    }
    for (const template of all) this.#visit(template, via);
    return this.#found;
  }

  #visit(node: TemplateNode, via: Path | undefined): void {
    if (this.#visited.has(node)) return;
    this.#visited.add(node);
    const { template, path, calls, types } = node;
    const scope = templateScope(node, this.#globals);
    if (types.includes("steps")) this.#visitSteps(calls, scope, via);
    else if (types.includes("dag")) {
      this.#visitTasks(calls, scope, via);
      this.#read(template.dag?.target, [...path, "dag", "target"], scope, node, undefined, via);
    } else {
      const { inputs, ...others } = template;
      this.#read(others, path, scope, node, undefined, via);
      // Callers replace these values.
      const hasOwnValues = this.#isEntrypoint(node) && !this.#inTemplate;
      for (const [i, { value, ...parameter }] of (inputs?.parameters ?? []).entries()) {
        const read = hasOwnValues ? { value, ...parameter } : parameter;
        this.#read(read, [...path, "inputs", "parameters", i], scope, node, undefined, via);
      }
      return;
    }
    this.#read(template.outputs, [...path, "outputs"], scope, node, undefined, via);
  }

  #visitTasks(calls: readonly Call[], scope: VariableScope, via: Path | undefined): void {
    const tasks = sortTasks(calls);
    for (const task of tasks) this.#addCallee(task, scope, via);
    for (const task of tasks) {
      const { name, value } = task;
      if (value.hooks !== undefined) scope.add(`tasks.${name}.status`);
      const own = new VariableScope(scope, (variable) => {
        const [root, ancestor = "", attribute, ...more] = variable.split(".");
        if (root !== "tasks" || attribute !== "status" || more.length > 0) return false;
        return endsBefore(ancestor, task);
      });
      this.#readCall(task, own, via);
    }
  }

  #visitSteps(calls: readonly Call[], scope: VariableScope, via: Path | undefined): void {
    for (const step of calls) {
      scope.add(`steps.${filledName(step.name)}.status`);
      addItems(step, scope);
      const withExit = new VariableScope(scope);
      // The variables of its own step that an exit hook sees.
      const hasExitHook = step.value.hooks?.exit !== undefined || Boolean(step.value.onExit);
      this.#addCallee(step, hasExitHook ? scope : withExit, via);
      this.#readCall(step, new VariableScope(scope), via);
      if (!hasExitHook) this.#addCallee(step, scope, via);
    }
  }

  /** Visits the template that a task or step calls, and adds its outputs. */
  #addCallee(call: Call, scope: VariableScope, via: Path | undefined): void {
    const target = this.#manifest.lookup.callee(call, this.#manifest);
    if (target.kind === "found") {
      const isElsewhere = target.template.manifest !== this.#manifest;
      this.#visit(target.template, isElsewhere ? (via ?? call.path) : via);
      addOutputs(call, target.template, scope, this.#globals);
      return;
    }
    addOutputs(call, undefined, scope, this.#globals);
    // A template that is not among the manifests, or known only at run time, may have any output.
    if (target.kind !== "dynamic" || this.#isFilled(call)) scope.add(anyOf(`${call.prefix}.${call.name}`));
  }

  #isEntrypoint({ name, manifest }: TemplateNode): boolean {
    return name !== "" && manifest === this.#manifest && name === manifest.spec.entrypoint;
  }

  /** Replaces the workflow's parameters whose values contain tags. */
  #fillParameters(text: string): string {
    let filled = text;
    for (const { name, value } of this.#manifest.spec.arguments?.parameters ?? []) {
      if (typeof value !== "string" || !value.includes("{{")) continue;
      filled = filled.replaceAll(`{{workflow.parameters.${name}}}`, () => value);
    }
    return filled;
  }

  /** Whether every tag in the name of a template already has a value when `argo lint` checks it. */
  #isFilled({ value: { template, templateRef }, caller }: Call): boolean {
    const filled = this.#isEntrypoint(caller)
      ? /^(workflow|inputs)\.parameters\./
      : /^workflow\.parameters\./;
    const tags = tagsOf([template, templateRef?.name, templateRef?.template].join(" "));
    return tags.every(({ content }) => filled.test(content));
  }

  #readCall(call: Call, scope: VariableScope, via: Path | undefined): void {
    addItems(call, scope);
    for (const { name } of call.inline?.template.inputs?.parameters ?? [])
      scope.add(`inputs.parameters.${name}`);
    this.#read(call.value, call.path, scope, call.caller, call, via);
  }

  #read(
    value: unknown,
    path: Path,
    scope: VariableScope,
    template: TemplateNode,
    call: Call | undefined,
    via: Path | undefined,
  ): void {
    for (const { text, path: at, isKey = false } of variableTextsOf(value, path)) {
      if (via === undefined) this.#readExpressions(text, at, scope, template, call);
      for (const tag of tagsOf(fillNested(this.#fillParameters(text), scope))) {
        const name = nameInJson(tag);
        if (tag.kind === "expression" || isResolved(name, scope, this.#inTemplate) || isOpen(name, scope))
          continue;
        if (via !== undefined && !name.startsWith("workflow.")) continue;
        // The values of its inputs are known, and one may name an existing variable.
        if (name.includes("«") && this.#isEntrypoint(template)) continue;
        const where = { path: at, isKey, template, call, scope, via };
        this.#found.push({ name, tag: tag.text, isInExpression: false, ...where });
      }
    }
  }

  #readExpressions(
    text: string,
    path: Path,
    scope: VariableScope,
    template: TemplateNode,
    call: Call | undefined,
  ): void {
    for (const { name, text: tag } of expressionVariables({ text, path })) {
      // Other rules check items.
      if (name === "item" || name.startsWith("item.")) continue;
      if (isResolved(name, scope, this.#inTemplate) || isOpen(name, scope)) continue;
      if (call === undefined && isStatus(name, template)) continue;
      const where = { path, isKey: false, template, call, scope, via: undefined };
      this.#found.push({ name, tag, isInExpression: true, ...where });
    }
  }
}

function anyOf(prefix: string): string {
  return `${prefix}.*`;
}

/** At the end of a template, the controller knows the status of all its tasks or steps. */
function isStatus(name: string, { calls }: TemplateNode): boolean {
  return calls.some((call) => name === `${call.prefix}.${call.name}.status`);
}

/** Whether it is an output of a task or step whose outputs are unknown. */
function isOpen(name: string, scope: VariableScope): boolean {
  const [root = "", call = ""] = name.split(".");
  return scope.has(anyOf(`${root}.${call}`));
}

/** Replaces a tag inside a tag, as Argo does before it reads the outer one. */
function fillNested(text: string, scope: VariableScope): string {
  return text.replace(/(\{\{[^{}]*)\{\{\s*([^{}]+?)\s*\}\}/g, (whole, outer: string, inner: string) =>
    scope.has(inner) ? `${outer}«${inner}»` : whole,
  );
}
