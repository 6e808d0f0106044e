import type { RecordedValues } from "./run-record.js";
import type { StoredValues } from "./value.js";

/** Values as they stand in `run.json`. */
export function recordedValues(values: StoredValues): RecordedValues {
  const recorded: RecordedValues = { parameters: {}, artifacts: {} };
  for (const [name, value] of Object.entries(values)) {
    if (value?.kind === "parameter") recorded.parameters[name] = value.text;
    else if (value?.kind === "artifact") recorded.artifacts[name] = value.artifact;
    else if (value?.kind === "list") recorded.artifacts[name] = [...value.artifacts];
  }
  return recorded;
}
