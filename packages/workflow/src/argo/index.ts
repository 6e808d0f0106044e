/** Compiles workflows to manifests of Argo Workflows. */

export { reportParameter, type SharedTask, sharedOutput } from "./graph/shared-pod.js";
export { compileManifests } from "./manifest/compile-manifests.js";
export { keyParameter } from "./manifest/dag-ports.js";
export type {
  CronOptions,
  EventOptions,
  ManifestKind,
  ManifestOptions,
} from "./manifest/manifest-options.js";
export {
  nodeOfRound,
  nodesOfSharedPods,
  nodesOfTasks,
  workflowTemplateNames,
  wrapperTemplateName,
} from "./manifest/node-names.js";
export { toYaml } from "./manifest/to-yaml.js";
export type { ArgoManifest } from "./manifest/types.js";
