/** The folder of a pod into which Argo puts the input artifacts of a step, under their names. */
export const inputsFolder = "/tmp/argo/inputs";

/** The folder of a pod from which Argo collects the outputs of a step. */
export const outputsFolder = "/tmp/argo/outputs";

/** The environment variable of a pod whose steps also output the SHA-256 of each artifact. */
export const outputDigestsVariable = "OUTPUT_DIGESTS";
