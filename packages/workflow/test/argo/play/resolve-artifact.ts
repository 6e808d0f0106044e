import { posix } from "node:path";
import { evaluate } from "./expression/evaluate.js";
import { type Artifact, artifactSchema } from "./manifest.js";
import { nested, type Scope, textsOf } from "./scope.js";
import { substitute } from "./substitute.js";

/**
 * The location of the artifact that `from` or `fromExpression` refers to; undefined if it is optional and does not exist.
 * The output decides whether it is optional, not its reader.
 */
export function resolveArtifact(artifact: Artifact, scope: Scope): Artifact | undefined {
  const found =
    artifact.fromExpression === undefined ? named(artifact, scope) : chosen(artifact.fromExpression, scope);
  if (found === undefined) return undefined;
  const resolved = { ...found, name: artifact.name };
  if (artifact.subPath === undefined) return resolved;
  const subPath = String(substitute(artifact.subPath, textsOf(scope), "none"));
  if (resolved.s3?.key === undefined) {
    if (resolved.optional === true) return resolved;
    throw new Error(`artifact ${artifact.name} has no key`);
  }
  return { ...resolved, s3: { ...resolved.s3, key: posix.join(resolved.s3.key, subPath) } };
}

function named({ name, from = "", optional }: Artifact, scope: Scope): Artifact | undefined {
  const key = from.replace(/^\{\{/, "").replace(/\}\}$/, "").trim();
  const value = Object.hasOwn(scope, key) ? scope[key] : undefined;
  if (value === undefined) {
    if (optional === true) return undefined;
    throw new Error(`Unable to resolve: ${key}`);
  }
  if (value === null || typeof value === "string") throw new Error(`artifact ${name}: ${key} is no artifact`);
  return value;
}

function chosen(expression: string, scope: Scope): Artifact {
  const result = artifactSchema.safeParse(evaluate(expression, nested(scope)));
  if (!result.success) throw new Error(`the expression ${expression} gives no artifact`);
  return result.data;
}
