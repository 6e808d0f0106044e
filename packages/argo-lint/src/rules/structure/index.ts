import type { Rule } from "../../rule.js";
import { activeDeadline } from "./active-deadline.js";
import { argumentSource } from "./argument-source.js";
import { argumentValue } from "./argument-value.js";
import { artifactArgument } from "./artifact-argument.js";
import { artifactGcStrategy } from "./artifact-gc-strategy.js";
import { artifactLocation } from "./artifact-location.js";
import { artifactMode } from "./artifact-mode.js";
import { artifactPath } from "./artifact-path.js";
import { cleanUp } from "./clean-up.js";
import { containerSet } from "./container-set.js";
import { emptyItems } from "./empty-items.js";
import { emptyStepGroup } from "./empty-step-group.js";
import { entrypoint } from "./entrypoint.js";
import { executorAccount } from "./executor-account.js";
import { exitHandlerRule } from "./exit-handler.js";
import { fieldOfFullCrds } from "./field-of-full-crds.js";
import { gaugeOperation } from "./gauge-operation.js";
import { globalName } from "./global-name.js";
import { helperContainerName } from "./helper-container-name.js";
import { helperImage } from "./helper-image.js";
import { ignoredTemplate } from "./ignored-template.js";
import { image } from "./image.js";
import { inputArtifactFrom } from "./input-artifact-from.js";
import { memoize } from "./memoize.js";
import { mergeStrategy } from "./merge-strategy.js";
import { metricType } from "./metric-type.js";
import { metrics } from "./metrics.js";
import { mountPath } from "./mount-path.js";
import { noSteps } from "./no-steps.js";
import { noTasks } from "./no-tasks.js";
import { oneLocation } from "./one-location.js";
import { oneLoop } from "./one-loop.js";
import { outputArtifactSource } from "./output-artifact-source.js";
import { outputSource } from "./output-source.js";
import { outputValue } from "./output-value.js";
import { parallelism } from "./parallelism.js";
import { parallelismValue } from "./parallelism-value.js";
import { paramList } from "./param-list.js";
import { parameterEnum } from "./parameter-enum.js";
import { pluginKey } from "./plugin-key.js";
import { podDisruptionBudget } from "./pod-disruption-budget.js";
import { podGc } from "./pod-gc.js";
import { requiredField } from "./required-field.js";
import { resourceAction } from "./resource-action.js";
import { resourceManifest } from "./resource-manifest.js";
import { retryNumbers } from "./retry-numbers.js";
import { retryPolicy } from "./retry-policy.js";
import { sequenceEnd } from "./sequence-end.js";
import { sequenceFormat } from "./sequence-format.js";
import { sequenceNumbers } from "./sequence-numbers.js";
import { suspendDuration } from "./suspend-duration.js";
import { suspendOutput } from "./suspend-output.js";
import { synchronization } from "./synchronization.js";
import { templateElsewhere } from "./template-elsewhere.js";
import { templateReferenceRule } from "./template-reference.js";
import { templateType } from "./template-type.js";
import { templatesBesideRef } from "./templates-beside-ref.js";
import { timeout } from "./timeout.js";
import { timeoutDuration } from "./timeout-duration.js";
import { tooMany } from "./too-many.js";
import { unknownHookTemplate } from "./unknown-hook-template.js";
import { unknownTemplate } from "./unknown-template.js";
import { unknownVolume } from "./unknown-volume.js";
import { volumeClaimName } from "./volume-claim-name.js";
import { workflowMetrics } from "./workflow-metrics.js";

/** About templates: their types, what they refer to, and what they declare. */
export const structureRules: readonly Rule[] = [
  activeDeadline,
  argumentSource,
  argumentValue,
  artifactArgument,
  artifactGcStrategy,
  artifactLocation,
  artifactMode,
  artifactPath,
  cleanUp,
  containerSet,
  emptyItems,
  emptyStepGroup,
  entrypoint,
  executorAccount,
  exitHandlerRule,
  gaugeOperation,
  globalName,
  helperContainerName,
  helperImage,
  ignoredTemplate,
  image,
  inputArtifactFrom,
  memoize,
  mergeStrategy,
  metricType,
  metrics,
  mountPath,
  noSteps,
  noTasks,
  oneLocation,
  oneLoop,
  outputArtifactSource,
  outputSource,
  outputValue,
  parallelismValue,
  parallelism,
  paramList,
  parameterEnum,
  pluginKey,
  podDisruptionBudget,
  podGc,
  fieldOfFullCrds,
  requiredField,
  resourceAction,
  resourceManifest,
  retryNumbers,
  retryPolicy,
  sequenceEnd,
  sequenceFormat,
  sequenceNumbers,
  suspendDuration,
  suspendOutput,
  synchronization,
  templateElsewhere,
  templateReferenceRule,
  templateType,
  templatesBesideRef,
  timeoutDuration,
  timeout,
  tooMany,
  unknownHookTemplate,
  unknownTemplate,
  unknownVolume,
  volumeClaimName,
  workflowMetrics,
];
