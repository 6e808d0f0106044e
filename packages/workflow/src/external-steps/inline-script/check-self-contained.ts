import { builtinModules } from "node:module";
import type { AnyNode } from "acorn";
import { DefinitionError } from "../../definition/errors.js";
import { nodeGlobals } from "./node-globals.js";
import type { FunctionNode } from "./parse-function.js";
import type { LexicalScopes } from "./scopes.js";
import { childrenOf } from "./syntax-tree.js";

/**
 * Checks that a function uses only its inputs and Node.
 * @param where names the script in messages
 * @throws {DefinitionError} naming what it uses from outside its own body, and what else a script cannot use
 */
export function checkSelfContained(where: string, fn: FunctionNode, scopes: LexicalScopes): void {
  const imports = importsIn(fn);
  const names = new Set(
    scopes.free
      .filter((name) => !nodeGlobals.has(name))
      .flatMap((name) => imports.get(name) ?? [nameInSource(name)]),
  );
  const problems = [
    ...(scopes.usesThis
      ? ["uses this or super, which belong to an object that the script does not have"]
      : []),
  ];
  const reportedSeparately = new Set(["import.meta", "using", "require", "eval"]);
  const outside = [...names].filter((name) => !reportedSeparately.has(name));
  if (outside.length > 0) {
    problems.push(
      `uses ${outside.join(", ")} from outside its own body, which the script does not have: pass values as inputs and define functions inside`,
    );
  }
  if (names.has("require")) problems.push('uses require: write await import("node:…") in an async function');
  for (const problem of impossibleIn(fn, names)) problems.push(problem);
  if (problems.length === 0) return;
  throw new DefinitionError(`${where}: its function ${[...new Set(problems)].join("; and it ")}.`);
}

/** The imported names that a function uses, by the object with which Vite replaces the module. */
function importsIn(root: AnyNode): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const visit = (node: AnyNode): void => {
    if (
      node.type === "MemberExpression" &&
      node.object.type === "Identifier" &&
      /^__vi(te_ssr)?_import_\d+__$/.test(node.object.name) &&
      node.property.type === "Identifier"
    ) {
      found.set(node.object.name, [...(found.get(node.object.name) ?? []), node.property.name]);
    }
    childrenOf(node).forEach(visit);
  };
  visit(root);
  return found;
}

/** The spelling in the source of a name that a transpiler replaced. */
function nameInSource(name: string): string {
  if (name === "__vite_ssr_import_meta__") return "import.meta";
  if (/^__(using|callDispose)\d*$/.test(name)) return "using";
  return name;
}

function impossibleIn(root: AnyNode, names: ReadonlySet<string>): string[] {
  const found: string[] = [];
  if (names.has("import.meta")) found.push(importMeta);
  if (names.has("using")) found.push(using);
  const visit = (node: AnyNode): void => {
    if (node.type === "MetaProperty" && node.meta.name === "import") found.push(importMeta);
    if (node.type === "VariableDeclaration" && node.kind.endsWith("using")) found.push(using);
    if (node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "eval") {
      found.push("uses eval, which hides what it uses");
    }
    if (node.type === "ImportExpression" && !isBuiltin(node.source)) {
      const source = node.source.type === "Literal" ? JSON.stringify(node.source.value) : "…";
      found.push(
        `uses import(${source}): of modules the image has only Node's own, such as import("node:fs")`,
      );
    }
    childrenOf(node).forEach(visit);
  };
  visit(root);
  return found;
}

const importMeta = "uses import.meta, which differs in the script";
const using = "declares with using, which transpilers rewrite in different ways: write try … finally";

/** Names with `node:` are built in whatever the Node version; all others are built in since early versions. */
function isBuiltin(source: AnyNode): boolean {
  if (source.type !== "Literal" || typeof source.value !== "string") return false;
  return source.value.startsWith("node:") || builtinModules.includes(source.value);
}
