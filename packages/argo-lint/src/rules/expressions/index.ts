import type { Rule } from "../../rule.js";
import { cycle } from "./cycle.js";
import { dagTarget } from "./dag-target.js";
import { dependsContinueOn } from "./depends-continue-on.js";
import { dependsDigit } from "./depends-digit.js";
import { dependsItems } from "./depends-items.js";
import { dependsOrDependencies } from "./depends-or-dependencies.js";
import { dependsResult } from "./depends-result.js";
import { dependsSyntax } from "./depends-syntax.js";
import { dependsTask } from "./depends-task.js";
import { endlessRecursion } from "./endless-recursion.js";
import { expressionCut } from "./expression-cut.js";
import { expressionSyntax } from "./expression-syntax.js";
import { hookExpression } from "./hook-expression.js";
import { unknownFunction } from "./unknown-function.js";
import { unknownFunctionInTag } from "./unknown-function-in-tag.js";
import { whenConstant } from "./when-constant.js";
import { whenEnum } from "./when-enum.js";
import { whenSyntax } from "./when-syntax.js";

/** About `depends`, `when` and expressions. */
export const expressionsRules: readonly Rule[] = [
  cycle,
  dagTarget,
  dependsContinueOn,
  dependsDigit,
  dependsItems,
  dependsOrDependencies,
  dependsResult,
  dependsSyntax,
  dependsTask,
  endlessRecursion,
  expressionCut,
  expressionSyntax,
  hookExpression,
  unknownFunctionInTag,
  unknownFunction,
  whenConstant,
  whenEnum,
  whenSyntax,
];
