import { didYouMean } from "../text/did-you-mean.js";
import { argoFunctions, sprigFunctions } from "./argo-functions.js";
import type { Expression } from "./ast.js";
import { builtinFunctions } from "./functions.js";
import { nodesOf } from "./walk.js";

/** A call of a function that does not exist. */
export interface UnknownFunction {
  /** `foo` or `sprig.foo`. */
  readonly name: string;
  /** Its offset in the expression. */
  readonly offset: number;
  /** ` Did you mean "x"?`, or nothing. */
  readonly hint: string;
}

/**
 * Calls of functions that neither expr nor Argo has.
 *
 * @param hasArgoFunctions whether Argo adds its own functions at this place
 */
export function unknownFunctionsOf(ast: Expression, hasArgoFunctions: boolean): UnknownFunction[] {
  const found: UnknownFunction[] = [];
  for (const node of nodesOf(ast)) {
    if (node.kind !== "call") continue;
    const { callee, start: offset } = node;
    if (callee.kind === "identifier") {
      const { name } = callee;
      if (hasArgoFunctions && argoFunctions.has(name)) continue;
      const known = [...builtinFunctions, ...(hasArgoFunctions ? argoFunctions : [])];
      found.push({ name, offset, hint: didYouMean(name, known) || sprigHint(name, hasArgoFunctions) });
    } else if (callee.kind === "member" && callee.object.kind === "identifier") {
      const { object, property } = callee;
      if (object.name !== "sprig" || property.kind !== "string") continue;
      if (hasArgoFunctions && sprigFunctions.has(property.value)) continue;
      const hint = hasArgoFunctions ? didYouMean(property.value, sprigFunctions) : "";
      found.push({ name: `sprig.${property.value}`, offset, hint });
    }
  }
  return found;
}

function sprigHint(name: string, hasArgoFunctions: boolean): string {
  return hasArgoFunctions && sprigFunctions.has(name) ? ` Did you mean "sprig.${name}"?` : "";
}
