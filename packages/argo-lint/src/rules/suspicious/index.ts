import type { Rule } from "../../rule.js";
import { argumentOutsideEnum } from "./argument-outside-enum.js";
import { artifactOfLoop } from "./artifact-of-loop.js";
import { brokenTag } from "./broken-tag.js";
import { hookArguments } from "./hook-arguments.js";
import { itemOutsideLoop } from "./item-outside-loop.js";
import { misspeltVariable } from "./misspelt-variable.js";
import { outputNotReady } from "./output-not-ready.js";
import { retriesWithoutRetry } from "./retries-without-retry.js";
import { skippedOutput } from "./skipped-output.js";
import { surplusArgument } from "./surplus-argument.js";
import { unresolvedInExpression } from "./unresolved-in-expression.js";
import { unusedParameter } from "./unused-parameter.js";
import { unusedTemplate } from "./unused-template.js";

/** What Argo accepts although it is certainly not intended. */
export const mistakesRules: readonly Rule[] = [
  argumentOutsideEnum,
  artifactOfLoop,
  brokenTag,
  hookArguments,
  itemOutsideLoop,
  misspeltVariable,
  outputNotReady,
  retriesWithoutRetry,
  skippedOutput,
  surplusArgument,
  unresolvedInExpression,
  unusedParameter,
  unusedTemplate,
];
