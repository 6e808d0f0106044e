/** Typed steps and DAGs that run on this machine and on Argo Workflows. */

export { column } from "./codecs/column.js";
export type { ColumnValues } from "./codecs/column-values.js";
export { type FileOnDisk, type FolderOnDisk, file, folder } from "./codecs/file.js";
export { json } from "./codecs/json.js";
export { png } from "./codecs/png.js";
export { table } from "./codecs/table.js";
export { html, text } from "./codecs/text.js";
export { CsvWriter } from "./dataset/csv-writer.js";
export {
  type AnyDataset,
  type ColumnDefinition,
  type ColumnSchema,
  type Dataset,
  type Delimiter,
  defineDataset,
} from "./dataset/dataset.js";
export { DateColumn, type DatePart, dateColumn } from "./dataset/date-column.js";
export { type DatasetContent, type ReadDatasetOptions, readDataset } from "./dataset/read-dataset.js";
export { type FileRow, type ReadRowsOptions, type RowBatch, readRows } from "./dataset/read-rows.js";
export type { Codec } from "./definition/codec.js";
export {
  type Comparison,
  type Difference,
  defineComparison,
  outputOf,
  type RunCurve,
  type StepOutput,
} from "./definition/comparison.js";
export { Condition } from "./definition/condition.js";
export type { Approval, Dag, Repetition } from "./definition/dag.js";
export type { Duration } from "./definition/duration.js";
export {
  ContractError,
  DefinitionError,
  TransientError,
  UsageError,
  UserError,
} from "./definition/errors.js";
export type { Workflow } from "./definition/graph.js";
export {
  defineModelExport,
  type ModelExport,
  type OnnxFile,
  type OnnxPort,
} from "./definition/model-export.js";
export type { ArgoOptions, DagTaskFields, PodOptions } from "./definition/pod-options.js";
export {
  type ArtifactPort,
  type ArtifactSource,
  artifact,
  artifactList,
  inputArtifact,
  type MetricDirection,
  metric,
  newestOutput,
  type Origin,
  type OriginInRuns,
  optional,
  type ParameterPort,
  parameter,
} from "./definition/port.js";
export {
  ArtifactRef,
  ItemRef,
  MaybeArtifactRef,
  MaybeParameterRef,
  ParameterRef,
} from "./definition/reference.js";
export { defineStep, type Step, type StepContext } from "./definition/step.js";
export type { Retry, TaskOptions } from "./definition/task-options.js";
export {
  defineWorkflow,
  type Failure,
  failureSchema,
  failuresSchema,
  statusSchema,
} from "./definition/workflow.js";
export {
  type ContainerStepDefinition,
  containerStep,
} from "./external-steps/container-step/container-step.js";
export type { Places } from "./external-steps/container-step/places.js";
export {
  type ExistingTemplateDefinition,
  existingTemplate,
  type TemplateRef,
} from "./external-steps/existing-template/existing-template.js";
export type { ScriptInputs } from "./external-steps/inline-script/environment.js";
export { type InlineScriptDefinition, inlineScript } from "./external-steps/inline-script/inline-script.js";
export {
  type ScriptStep,
  type ScriptStepDefinition,
  scriptStep,
} from "./external-steps/inline-script/script-step.js";
export type { StepExecutor } from "./local/executors/executor.js";
export { inProcessExecutor } from "./local/executors/in-process.js";
export { readRunRecord } from "./local/run-directory.js";
export type { RunRecord, TaskRecord } from "./local/run-record.js";
export { type RunOptions, runWorkflow } from "./local/run-workflow.js";
export {
  type Mock,
  mockStep,
  type TestedWorkflow,
  type TestOptions,
  testWorkflow,
} from "./local/test-workflow.js";
