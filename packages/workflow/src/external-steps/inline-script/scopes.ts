import type { AnonymousFunctionDeclaration, AnyNode, Class, FunctionDeclaration, Identifier } from "acorn";
import type { FunctionNode } from "./parse-function.js";
import { childrenOf } from "./syntax-tree.js";

/** A lexical scope: a part of the source that can declare names. */
export interface LexicalScope {
  readonly parent: LexicalScope | undefined;
  readonly children: LexicalScope[];
  /** The names that it declares, each with all its occurrences. */
  readonly names: Map<string, Identifier[]>;
  /** Whether `var` declares in this scope: true for a function's body, false for a block inside it. */
  readonly holdsVar: boolean;
}

/** The scopes of a function, and the names that it takes from outside. */
export interface LexicalScopes {
  readonly outermost: LexicalScope;
  /** Names that the function does not declare, including globals, in the order of their first use. */
  readonly free: readonly string[];
  /** Whether `this` or `super` refers to something outside the function. */
  readonly usesThis: boolean;
}

/** Finds the scopes of a function and the names that each scope declares. */
export function findScopes(fn: FunctionNode): LexicalScopes {
  const finder = new ScopeFinder();
  const outermost = openScope(undefined);
  finder.visitFunction(fn, outermost, false);
  return { outermost, free: finder.resolve(), usesThis: finder.usesThis };
}

class ScopeFinder {
  usesThis = false;
  readonly #uses: { readonly node: Identifier; readonly scope: LexicalScope }[] = [];

  /** Adds every use of a name to its declaration. Returns the names without a declaration. */
  resolve(): string[] {
    const free = new Set<string>();
    for (const { node, scope } of this.#uses) {
      const places = declaring(scope, node.name)?.names.get(node.name);
      if (places === undefined) free.add(node.name);
      else places.push(node);
    }
    return [...free];
  }

  /** @param ownThis whether `this` belongs to something inside the outermost function */
  visit(node: AnyNode, scope: LexicalScope, ownThis: boolean): void {
    switch (node.type) {
      case "Identifier":
        this.#uses.push({ node, scope });
        return;
      case "ThisExpression":
      case "Super":
        this.usesThis ||= !ownThis;
        return;
      case "FunctionDeclaration":
      case "FunctionExpression":
        this.visitFunction(node, scope, true);
        return;
      case "ArrowFunctionExpression":
        this.visitFunction(node, scope, ownThis);
        return;
      case "ClassDeclaration":
      case "ClassExpression":
        this.#visitClass(node, scope, ownThis);
        return;
      case "VariableDeclaration":
        for (const { id } of node.declarations) {
          for (const name of namesIn(id))
            declare(name, node.kind === "var" ? scopeOfVar(scope, name) : scope);
        }
        this.#visitChildren(node, scope, ownThis);
        return;
      case "CatchClause": {
        const inner = openScope(scope);
        if (node.param) for (const name of namesIn(node.param)) declare(name, inner);
        this.#visitChildren(node, inner, ownThis);
        return;
      }
      case "BlockStatement":
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "SwitchStatement":
        this.#visitChildren(node, openScope(scope), ownThis);
        return;
      case "MemberExpression":
        this.visit(node.object, scope, ownThis);
        if (node.computed) this.visit(node.property, scope, ownThis);
        return;
      case "Property":
        if (node.computed) this.visit(node.key, scope, ownThis);
        this.visit(node.value, scope, ownThis);
        return;
      case "LabeledStatement":
        this.visit(node.body, scope, ownThis);
        return;
      case "BreakStatement":
      case "ContinueStatement":
      case "MetaProperty":
        return;
      default:
        this.#visitChildren(node, scope, ownThis);
    }
  }

  visitFunction(
    node: FunctionNode | FunctionDeclaration | AnonymousFunctionDeclaration,
    outer: LexicalScope,
    ownThis: boolean,
  ): void {
    // The name of a function expression is visible only inside the expression.
    const enclosing = node.type === "FunctionDeclaration" ? outer : openScope(outer);
    if (node.id) {
      declare(node.id.name, enclosing);
      this.visit(node.id, enclosing, ownThis);
    }
    const parameters = openScope(enclosing);
    if (node.type !== "ArrowFunctionExpression") declare("arguments", parameters);
    for (const name of node.params.flatMap(namesIn)) declare(name, parameters);
    for (const parameter of node.params) this.visit(parameter, parameters, ownThis);
    // A separate scope, because the defaults of parameters cannot use what the body declares.
    const body = openScope(parameters, true);
    for (const part of node.body.type === "BlockStatement" ? node.body.body : [node.body]) {
      this.visit(part, body, ownThis);
    }
  }

  #visitClass(node: Class & AnyNode, outer: LexicalScope, ownThis: boolean): void {
    const scope = node.type === "ClassDeclaration" ? outer : openScope(outer);
    if (node.id) {
      declare(node.id.name, scope);
      this.visit(node.id, scope, ownThis);
    }
    if (node.superClass) this.visit(node.superClass, scope, ownThis);
    for (const member of node.body.body) {
      if (member.type === "StaticBlock") {
        this.#visitChildren(member, openScope(scope, true), true);
        continue;
      }
      if (member.computed) this.visit(member.key, scope, ownThis);
      if (member.value) this.visit(member.value, scope, true);
    }
  }

  #visitChildren(node: AnyNode, scope: LexicalScope, ownThis: boolean): void {
    for (const child of childrenOf(node)) this.visit(child, scope, ownThis);
  }
}

function openScope(parent: LexicalScope | undefined, holdsVar = false): LexicalScope {
  const scope: LexicalScope = { parent, children: [], names: new Map(), holdsVar };
  parent?.children.push(scope);
  return scope;
}

function declare(name: string, scope: LexicalScope): void {
  if (!scope.names.has(name)) scope.names.set(name, []);
}

/** `var` declares in the function's body, unless a parameter has the same name: then it is that parameter. */
function scopeOfVar(from: LexicalScope, name: string): LexicalScope {
  let scope = from;
  while (!scope.holdsVar && scope.parent !== undefined) scope = scope.parent;
  return scope.parent?.names.has(name) === true && !scope.parent.holdsVar ? scope.parent : scope;
}

function declaring(from: LexicalScope, name: string): LexicalScope | undefined {
  for (let scope: LexicalScope | undefined = from; scope !== undefined; scope = scope.parent) {
    if (scope.names.has(name)) return scope;
  }
  return undefined;
}

/** The names that a parameter or the left side of a declaration introduces. */
function namesIn(pattern: AnyNode): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap(namesIn);
    case "Property":
      return namesIn(pattern.value);
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element === null ? [] : namesIn(element)));
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    default:
      return [];
  }
}
