export {
  type Column,
  columnOf,
  countMissing,
  isNumericColumn,
  type NumericColumn,
  requireNumeric,
  type Table,
  textColumnNames,
} from "./columns.js";
export {
  type ColumnSelection,
  ColumnTransformer,
  type ColumnTransformerOptions,
  type ColumnTransformerPart,
} from "./compose/column-transformer.js";
export { DummyClassifier, type DummyClassifierOptions } from "./dummy/dummy-classifier.js";
export { dummyClassifierSchema, type StoredDummyClassifier } from "./dummy/dummy-classifier-schema.js";
export { DummyRegressor, type DummyRegressorOptions } from "./dummy/dummy-regressor.js";
export { dummyRegressorSchema, type StoredDummyRegressor } from "./dummy/dummy-regressor-schema.js";
export type { BoostingOptions } from "./ensemble/boosting-options.js";
export {
  HistGradientBoostingClassifier,
  type HistGradientBoostingClassifierOptions,
} from "./ensemble/hist-gradient-boosting-classifier.js";
export {
  histGradientBoostingClassifierSchema,
  type StoredHistGradientBoostingClassifier,
} from "./ensemble/hist-gradient-boosting-classifier-schema.js";
export {
  HistGradientBoostingRegressor,
  type HistGradientBoostingRegressorOptions,
  type RegressorLoss,
} from "./ensemble/hist-gradient-boosting-regressor.js";
export {
  histGradientBoostingRegressorSchema,
  type StoredHistGradientBoostingRegressor,
} from "./ensemble/hist-gradient-boosting-regressor-schema.js";
export {
  ColumnMismatchError,
  InvalidModelError,
  InvalidParameterError,
  MlError,
  NotFiniteError,
  NotFittedError,
  NotNumericError,
  NotTextError,
  OneClassError,
  ShapeError,
  UnknownCategoryError,
} from "./errors.js";
export type { Classifier, Estimator, FitOptions, Regressor, Transformer } from "./estimator.js";
export type { GridOptions } from "./inspection/grid-values.js";
export {
  type PartialDependence,
  type PartialDependenceOptions,
  partialDependence,
} from "./inspection/partial-dependence.js";
export {
  type PermutationImportance,
  type PermutationImportanceOptions,
  permutationImportance,
} from "./inspection/permutation-importance.js";
export type { Classes, Label, Labels } from "./labels.js";
export type { BinaryClasses } from "./linear-model/class-target.js";
export type { ClassWeight } from "./linear-model/class-weights.js";
export type { GradientDescentOptions } from "./linear-model/gradient-descent.js";
export { LinearRegression, type LinearRegressionOptions } from "./linear-model/linear-regression.js";
export {
  linearRegressionSchema,
  type StoredLinearRegression,
} from "./linear-model/linear-regression-schema.js";
export type { LinearStatistic } from "./linear-model/linear-statistics.js";
export { LogisticRegression } from "./linear-model/logistic-regression.js";
export type {
  LogisticRegressionOptions,
  LogisticRegressionSolver,
} from "./linear-model/logistic-regression-options.js";
export {
  binaryLogisticRegressionSchema,
  logisticRegressionSchema,
  multinomialLogisticRegressionSchema,
  type StoredBinaryLogisticRegression,
  type StoredLogisticRegression,
  type StoredMultinomialLogisticRegression,
} from "./linear-model/logistic-regression-schema.js";
export { requireBinaryModel } from "./linear-model/require-binary-model.js";
export { Ridge, type RidgeOptions } from "./linear-model/ridge.js";
export { ridgeSchema, type StoredRidge } from "./linear-model/ridge-schema.js";
export type { StandardErrors } from "./linear-model/standard-errors.js";
export { accuracyScore } from "./metrics/accuracy-score.js";
export { averagePrecisionScore } from "./metrics/average-precision-score.js";
export { balancedAccuracyScore } from "./metrics/balanced-accuracy-score.js";
export {
  type BootstrapInterval,
  type BootstrapOptions,
  bootstrapInterval,
} from "./metrics/bootstrap-interval.js";
export { brierScoreInterval } from "./metrics/brier-score-interval.js";
export { brierScoreLoss } from "./metrics/brier-score-loss.js";
export {
  type CalibrationCurve,
  type CalibrationOptions,
  calibrationCurve,
} from "./metrics/calibration-curve.js";
export type { MulticlassOptions } from "./metrics/class-score-columns.js";
export type { Average, AverageScores, ClassScores } from "./metrics/class-scores.js";
export { type ClassificationReportOptions, classificationReport } from "./metrics/classification-report.js";
export { confusionMatrix } from "./metrics/confusion-matrix.js";
export { type AucDifference, delongTest } from "./metrics/delong-test.js";
export { f1Interval, type PositiveCounts } from "./metrics/f1-interval.js";
export { type FScoreOptions, f1Score, fbetaScore } from "./metrics/fbeta-score.js";
export type { Interval } from "./metrics/interval.js";
export { logLoss } from "./metrics/log-loss.js";
export { maxError } from "./metrics/max-error.js";
export { meanAbsoluteError } from "./metrics/mean-absolute-error.js";
export { meanAbsolutePercentageError } from "./metrics/mean-absolute-percentage-error.js";
export { meanSquaredError, rootMeanSquaredError } from "./metrics/mean-squared-error.js";
export { medianAbsoluteError } from "./metrics/median-absolute-error.js";
export type { MulticlassAucOptions } from "./metrics/multiclass-roc-auc.js";
export {
  type PrecisionRecallCurve,
  type PrecisionRecallOptions,
  precisionRecallCurve,
} from "./metrics/precision-recall-curve.js";
export { precisionRecallFscoreSupport } from "./metrics/precision-recall-fscore-support.js";
export { explainedVarianceScore, r2Score } from "./metrics/r2-score.js";
export { type AucInterval, rocAucConfidenceInterval } from "./metrics/roc-auc-confidence-interval.js";
export { rocAucScore } from "./metrics/roc-auc-score.js";
export { type RocCurve, type RocOptions, rocCurve } from "./metrics/roc-curve.js";
export type { MetricOptions } from "./metrics/sample-weights.js";
export { singleColumnAuc } from "./metrics/single-column-auc.js";
export { wilsonInterval } from "./metrics/wilson-interval.js";
export {
  type ChooseThresholdOptions,
  chooseThreshold,
  type ThresholdChoice,
} from "./model-selection/choose-threshold.js";
export {
  type CandidateResult,
  collectSearchResults,
  type SearchResults,
  type SearchScore,
} from "./model-selection/collect-search-results.js";
export { countSharedRows } from "./model-selection/count-shared-rows.js";
export { crossValPredict, crossValPredictProba } from "./model-selection/cross-val-predict.js";
export {
  type CrossValidateOptions,
  type CrossValidationOptions,
  type CrossValidationScores,
  crossValidate,
  type NamedScoring,
} from "./model-selection/cross-validate.js";
export { type FitAndScoreOptions, type FoldScores, fitAndScore } from "./model-selection/fit-and-score.js";
export type { WeightedRows } from "./model-selection/fit-rows.js";
export { FixedThreshold, type FixedThresholdOptions } from "./model-selection/fixed-threshold.js";
export type { FoldOptions } from "./model-selection/fold-options.js";
export { type GridSearchOptions, type GridSearchResults, gridSearch } from "./model-selection/grid-search.js";
export { GroupKFold } from "./model-selection/group-k-fold.js";
export { KFold } from "./model-selection/k-fold.js";
export {
  logUniformNumbers,
  type ParameterDistribution,
  uniformNumbers,
  wholeNumbers,
} from "./model-selection/parameter-distribution.js";
export { type ParametersOf, type ParameterValues, parameterGrid } from "./model-selection/parameter-grid.js";
export {
  type DrawnParameters,
  type ParameterDistributions,
  type ParameterSampleOptions,
  parameterSample,
} from "./model-selection/parameter-sample.js";
export { RandomState } from "./model-selection/random-state.js";
export { type CrossValidation, type RowsToValidate, resolveFolds } from "./model-selection/resolve-folds.js";
export {
  getScorer,
  isScorerName,
  type Scorer,
  type ScorerName,
  type Scoring,
  scorerNames,
} from "./model-selection/scorers.js";
export type { Fold, RowsToSplit, Splitter } from "./model-selection/splitter.js";
export { StratifiedGroupKFold } from "./model-selection/stratified-group-k-fold.js";
export { type StratifiedFoldOptions, StratifiedKFold } from "./model-selection/stratified-k-fold.js";
export {
  fixedThresholdSchema,
  type StoredFixedThreshold,
  type StoredTunedThreshold,
  tunedThresholdSchema,
} from "./model-selection/threshold-classifier-schemas.js";
export { type ThresholdRule, thresholdRuleSchema } from "./model-selection/threshold-rule.js";
export { TimeSeriesSplit, type TimeSeriesSplitOptions } from "./model-selection/time-series-split.js";
export {
  type SplitOptions,
  type TrainTestSplit,
  type TrainTestSplitOptions,
  trainTestSplit,
  trainTestSplitIndices,
} from "./model-selection/train-test-split.js";
export { TunedThreshold, type TunedThresholdOptions } from "./model-selection/tuned-threshold.js";
export { type NumberSummary, summarizeNumbers } from "./number-summary.js";
export {
  type OnnxClassifierOptions,
  type OnnxModel,
  onnxClassifier,
} from "./onnx/onnx-classifier.js";
export type { OnnxColumn } from "./onnx/onnx-graph.js";
export { Pipeline, type PipelineSteps } from "./pipeline/pipeline.js";
export { type OneVsRestRocPlot, oneVsRestRocPng } from "./plots/one-vs-rest-roc-png.js";
export {
  type PrecisionRecallCurvePlot,
  precisionRecallCurvePng,
} from "./plots/precision-recall-curve-png.js";
export { type PredictionErrorPlot, predictionErrorPng } from "./plots/prediction-error-png.js";
export { type RocCurvePlot, rocCurvePng } from "./plots/roc-curve-png.js";
export { CategoryImputer, type CategoryImputerOptions } from "./preprocessing/category-imputer.js";
export {
  categoryImputerSchema,
  type StoredCategoryImputer,
} from "./preprocessing/category-imputer-schema.js";
export type { ImputationStrategy } from "./preprocessing/imputation-statistic.js";
export { OneHotEncoder, type OneHotEncoderOptions } from "./preprocessing/one-hot-encoder.js";
export { oneHotEncoderSchema, type StoredOneHotEncoder } from "./preprocessing/one-hot-encoder-schema.js";
export { SimpleImputer, type SimpleImputerOptions } from "./preprocessing/simple-imputer.js";
export { type StoredSimpleImputer, simpleImputerSchema } from "./preprocessing/simple-imputer-schema.js";
export { StandardScaler, type StandardScalerOptions } from "./preprocessing/standard-scaler.js";
export { type StoredStandardScaler, standardScalerSchema } from "./preprocessing/standard-scaler-schema.js";
export {
  type Estimate,
  type Evaluation,
  type EvaluationMetrics,
  evaluationPage,
  type MultiClassEvaluation,
  multiClassEvaluationPage,
  type RegressionEvaluation,
  regressionEvaluationPage,
} from "./report/index.js";
export { classifierFromJSON, estimatorFromJSON, regressorFromJSON } from "./stored/estimators.js";
export {
  columnTransformerSchema,
  pipelineSchema,
  type StoredColumnTransformer,
  type StoredEstimator,
  type StoredPipeline,
  type StoredTransformer,
  storedEstimatorSchema,
  storedTransformerSchema,
} from "./stored/schema.js";
export { transformerFromJSON } from "./stored/transformers.js";
export type { ClassCurve } from "./weakest-curves.js";
