import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const folder = join(import.meta.dirname, "..", "recorded");

/** How a workflow was at one time. */
const momentSchema = z.object({
  /** What was asked for before it came to this, such as `stop {…}`; it went on by itself where left out. */
  after: z.string().optional(),
  workflow: z.looseObject({}),
});
export type Moment = z.output<typeof momentSchema>;

const recordedWorkflowSchema = z.object({
  name: z.string(),
  /** The mark by which its creation is known; none where the server chose its name. */
  submission: z.string().optional(),
  /** What was sent to create it. */
  asked: z.string(),
  moments: z.array(momentSchema).min(1),
});
export type RecordedWorkflow = z.output<typeof recordedWorkflowSchema>;

const answerSchema = z.object({
  status: z.number(),
  type: z.string(),
  text: z.string().optional(),
  /** Name of a file with the bytes, where they are no text of the API. */
  body: z.string().optional(),
});
export type RecordedAnswer = z.output<typeof answerSchema>;

const recordingSchema = z.object({
  /** Version of the server. */
  argo: z.string(),
  namespace: z.string(),
  image: z.string(),
  /** A text in the names that the tests chose. */
  id: z.string(),
  /** In the order in which they were created. */
  workflows: z.array(recordedWorkflowSchema),
  /** By the requests, one after the other; of what is no state of a workflow. */
  answers: z.record(z.string(), z.array(answerSchema).min(1)),
});
/** What a real Argo Server said to the tests. */
export type Recording = z.output<typeof recordingSchema>;

/** What was recorded, if anything was. */
export function readRecording(): Recording | undefined {
  const file = join(folder, "server.json");
  return existsSync(file) ? recordingSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

/** The bytes of an answer. */
export function readBody(name: string): Buffer {
  return readFileSync(join(folder, "bodies", name));
}

/**
 * Replaces what was recorded before.
 * @param bodies by the names that {@link bodyName} gives
 * @throws {Error} where one of the secrets stands in it
 */
export function writeRecording(
  recording: Recording,
  bodies: ReadonlyMap<string, Buffer>,
  secrets: readonly string[],
): void {
  // A line for each moment, as small as it can be.
  const text = `${JSON.stringify(recordingSchema.parse(recording)).replaceAll(/(?<=[[,])(?=\{"(after|workflow|name)":)/g, "\n")}\n`;
  for (const secret of secrets.filter((each) => each !== "")) {
    const places = [text, ...[...bodies.values()].map((body) => body.toString("latin1"))];
    if (places.some((place) => place.includes(secret)))
      throw new Error("A secret stands in what was recorded.");
  }
  const beside = `${folder}.new`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(join(beside, "bodies"), { recursive: true });
  writeFileSync(join(beside, "server.json"), text);
  for (const [name, body] of bodies) writeFileSync(join(beside, "bodies", name), body);
  rmSync(folder, { recursive: true, force: true });
  renameSync(beside, folder);
}

/** The name of the file for some bytes: the same for the same bytes. */
export function bodyName(body: Buffer): string {
  return createHash("sha256").update(body).digest("hex").slice(0, 16);
}
