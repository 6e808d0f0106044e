import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import * as z from "zod";

const answersSchema = z.record(
  z.string(),
  z.object({
    status: z.number(),
    type: z.string(),
    text: z.string().optional(),
    base64: z.string().optional(),
  }),
);
type Answers = z.output<typeof answersSchema>;

/** A request that a client sent to a recorded server. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/**
 * Replays responses of a real Argo Server by method and path. With RECORD_ARGO_SERVER=http://host:port and ARGO_TOKEN,
 * missing responses are requested from that server and recorded. Logs that were not recorded are empty, as those of pods that
 * are gone.
 */
export async function recordedServer(name: string): Promise<{ url: string; asked: Asked[] }> {
  const file = join(import.meta.dirname, "recorded", `${name}.json`);
  const real = process.env.RECORD_ARGO_SERVER;
  const answers: Answers =
    existsSync(file) || real === undefined ? answersSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : {};
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { method = "GET", url: path = "", headers } = request;
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    asked.push({ method, path, body: body.toString() });
    const key = `${method} ${path}`;
    if (real !== undefined && answers[key] === undefined) {
      const { ARGO_TOKEN = "" } = process.env;
      const sent = method === "GET" ? {} : { body };
      const answer = await fetch(`${real}${path}`, {
        method,
        headers: { authorization: ARGO_TOKEN, accept: headers.accept ?? "*/*" },
        ...sent,
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      answers[key] = kept(path, answer.status, answer.headers.get("content-type") ?? "", bytes);
      writeFileSync(file, `${JSON.stringify(answers, null, 1)}\n`);
    }
    const answer = answers[key] ??
      (isLog(path) ? noLines : undefined) ?? {
        status: 501,
        type: "text/plain",
        text: `${key} was not recorded`,
      };
    response.writeHead(answer.status, { "content-type": answer.type });
    response.end(answer.base64 === undefined ? answer.text : Buffer.from(answer.base64, "base64"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, asked };
}

/** What a server answers if no pod of the workflow is left. */
const noLines = { status: 200, type: "text/event-stream", text: "", base64: undefined };

function isLog(path: string): boolean {
  return /^\/api\/v1\/workflows\/[^/]+\/[^/]+\/log\?/.test(path);
}

/** A response without the parts that no test reads: templates and managed fields. */
function kept(path: string, status: number, type: string, bytes: Buffer): Answers[string] {
  if (!type.includes("json") && !type.startsWith("text"))
    return { status, type, base64: bytes.toString("base64") };
  if (!path.startsWith("/api/") || !type.includes("json")) return { status, type, text: bytes.toString() };
  const read = JSON.parse(bytes.toString(), (key, value: unknown) =>
    ["managedFields", "templates", "storedTemplates", "resourcesDuration"].includes(key) ? undefined : value,
  );
  return { status, type, text: JSON.stringify(read) };
}
