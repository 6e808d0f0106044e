import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const folder = join(import.meta.dirname, "..", "recorded");

/** The state of a workflow at one time. */
const momentSchema = z.object({
  /** The request that led to this state, such as `stop {…}`; undefined if the workflow proceeded by itself. */
  after: z.string().optional(),
  workflow: z.looseObject({}),
});
export type Moment = z.output<typeof momentSchema>;

const recordedWorkflowSchema = z.object({
  name: z.string(),
  /** The mark that identifies its creation; undefined if the server generated its name. */
  submission: z.string().optional(),
  /** The request body that created it. */
  asked: z.string(),
  moments: z.array(momentSchema).min(1),
});
export type RecordedWorkflow = z.output<typeof recordedWorkflowSchema>;

const answerSchema = z.object({
  status: z.number(),
  type: z.string(),
  text: z.string().optional(),
  /** Name of a file with the bytes, if they are not a text of the API. */
  body: z.string().optional(),
});
export type RecordedAnswer = z.output<typeof answerSchema>;

const recordingSchema = z.object({
  /** Version of the server. */
  argo: z.string(),
  namespace: z.string(),
  image: z.string(),
  /** The text that was part of all names that the tests chose. */
  id: z.string(),
  /** In order of creation. */
  workflows: z.array(recordedWorkflowSchema),
  /** The answers in order, by request; all except the states of workflows. */
  answers: z.record(z.string(), z.array(answerSchema).min(1)),
});
/** The recorded answers of a real Argo Server to the tests. */
export type Recording = z.output<typeof recordingSchema>;

/** Reads the recording; undefined if there is none. */
export function readRecording(): Recording | undefined {
  const file = join(folder, "server.json");
  return existsSync(file) ? recordingSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

/** The bytes of an answer. */
export function readBody(name: string): Buffer {
  return readFileSync(join(folder, "bodies", name));
}

/**
 * Replaces the recording.
 * @param bodies by the names from {@link bodyName}
 * @throws {Error} if it contains one of the secrets
 */
export function writeRecording(
  recording: Recording,
  bodies: ReadonlyMap<string, Buffer>,
  secrets: readonly string[],
): void {
  // One line for each moment, to keep the file small.
  const text = `${JSON.stringify(recordingSchema.parse(recording)).replaceAll(/(?<=[[,])(?=\{"(after|workflow|name)":)/g, "\n")}\n`;
  for (const secret of secrets.filter((each) => each !== "")) {
    const places = [text, ...[...bodies.values()].map((body) => body.toString("latin1"))];
    if (places.some((place) => place.includes(secret))) throw new Error("The recording contains a secret.");
  }
  const staging = `${folder}.new`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(join(staging, "bodies"), { recursive: true });
  writeFileSync(join(staging, "server.json"), text);
  for (const [name, body] of bodies) writeFileSync(join(staging, "bodies", name), body);
  rmSync(folder, { recursive: true, force: true });
  renameSync(staging, folder);
}

/** File name for some bytes: equal bytes have equal names. */
export function bodyName(body: Buffer): string {
  return createHash("sha256").update(body).digest("hex").slice(0, 16);
}
