export type { Evaluation, EvaluationMetrics } from "./evaluation.js";
export { evaluationPage } from "./evaluation-page.js";
