export type { Estimate } from "./estimate.js";
export type { Evaluation, EvaluationMetrics } from "./evaluation.js";
export { evaluationPage } from "./evaluation-page.js";
export type { MultiClassEvaluation } from "./multi-class-evaluation.js";
export { multiClassEvaluationPage } from "./multi-class-evaluation-page.js";
export type { RegressionEvaluation } from "./regression-evaluation.js";
export { regressionEvaluationPage } from "./regression-evaluation-page.js";
