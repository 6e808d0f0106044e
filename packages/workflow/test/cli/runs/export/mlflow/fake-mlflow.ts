import * as z from "zod";
import { type Answer, localServer, type Received } from "./local-server.js";

interface Text {
  readonly key: string;
  readonly value: string;
}

const textsSchema = z.array(z.object({ key: z.string(), value: z.string() })).default([]);
const metricSchema = z.object({ key: z.string(), value: z.number(), timestamp: z.int(), step: z.int() });
const bodySchema = z.object({
  run_id: z.string().default(""),
  name: z.string().default(""),
  run_name: z.string().default(""),
  experiment_ids: z.array(z.string()).default([]),
  filter: z.string().default(""),
  key: z.string().default(""),
  start_time: z.number().optional(),
  end_time: z.number().optional(),
  status: z.string().optional(),
  tags: textsSchema,
  params: textsSchema.refine((params) => params.length <= 100),
  metrics: z.array(metricSchema).default([]),
});

/** A run of the fake server. */
export interface FakeRun {
  readonly name: string;
  readonly start: number | undefined;
  end?: number | undefined;
  status: string;
  readonly tags: Map<string, string>;
  readonly params: Map<string, string>;
  /** All points that were logged. */
  readonly metrics: z.output<typeof metricSchema>[];
}

/** What the tests say of the server. */
export interface FakeOptions {
  readonly artifactRoot?: string;
  readonly lifecycleStage?: string;
  /** Called for each request; an answer that it gives is the answer. */
  intercept?(request: Received, count: number): Answer | undefined;
}

/** A part of an MLflow server in memory: what an export needs of it, as MLflow 3.17 answers. */
export class FakeMlflow {
  url = "";
  readonly experiments = new Map<string, string>();
  readonly runs = new Map<string, FakeRun>();
  readonly files = new Map<string, Buffer>();
  requests = 0;

  constructor(readonly options: FakeOptions) {}

  /** The only run. */
  get run(): FakeRun {
    const [run] = this.runs.values();
    if (run === undefined || this.runs.size !== 1) throw new Error(`The server has ${this.runs.size} runs.`);
    return run;
  }

  /** The files of the only run, by their paths in it. */
  get fileNames(): string[] {
    return [...this.files.keys()].map((path) => path.replace("0/run0/artifacts/", "")).sort();
  }

  answer(request: Received): Answer {
    this.requests++;
    const intercepted = this.options.intercept?.(request, this.requests);
    if (intercepted !== undefined) return intercepted;
    const { pathname, searchParams } = new URL(request.path, "http://host");
    const artifact = pathname.split("/mlflow-artifacts/artifacts/")[1];
    if (artifact !== undefined) {
      this.files.set(decodeURIComponent(artifact), request.body);
      return { json: {} };
    }
    const body = bodySchema.parse(request.method === "GET" ? {} : JSON.parse(String(request.body)));
    return this.#method(pathname.replace("/api/2.0/mlflow/", ""), searchParams, body);
  }

  #method(name: string, query: URLSearchParams, body: z.output<typeof bodySchema>): Answer {
    const run = this.runs.get(body.run_id);
    switch (name) {
      case "experiments/get-by-name":
        return this.#experiment(query.get("experiment_name") ?? "");
      case "experiments/create":
        this.experiments.set(body.name, String(this.experiments.size));
        return { json: { experiment_id: this.experiments.get(body.name) } };
      case "runs/search":
        return { json: this.#search(/^tags\."tiphys\.run" = "(.*)"$/.exec(body.filter)?.[1]) };
      case "runs/create":
        return { json: { run: this.#create(body.run_name, body.start_time, body.tags) } };
      case "runs/log-batch":
        for (const { key, value } of body.tags) run?.tags.set(key, value);
        for (const { key, value } of body.params) run?.params.set(key, value);
        run?.metrics.push(...body.metrics);
        return { json: {} };
      case "runs/delete-tag":
        run?.tags.delete(body.key);
        return { json: {} };
      case "runs/update":
        if (run !== undefined) Object.assign(run, { status: body.status, end: body.end_time });
        return { json: { run_info: {} } };
      default:
        return { status: 404, text: "" };
    }
  }

  #experiment(name: string): Answer {
    const id = this.experiments.get(name);
    const { lifecycleStage = "active" } = this.options;
    if (id !== undefined)
      return { json: { experiment: { experiment_id: id, lifecycle_stage: lifecycleStage } } };
    return {
      status: 404,
      json: { error_code: "RESOURCE_DOES_NOT_EXIST", message: `No experiment ${name}.` },
    };
  }

  /** Without `runs` if there is none, as protobuf's JSON has it. */
  #search(name: string | undefined): object {
    const found = [...this.runs.keys()].filter((id) => this.runs.get(id)?.tags.get("tiphys.run") === name);
    return found.length === 0 ? {} : { runs: found.map((id) => this.#shown(id)) };
  }

  #create(name: string, start: number | undefined, tags: readonly Text[]): object {
    const id = `run${this.runs.size}`;
    const texts = new Map(tags.map(({ key, value }) => [key, value]));
    this.runs.set(id, { name, start, status: "RUNNING", tags: texts, params: new Map(), metrics: [] });
    return this.#shown(id);
  }

  #shown(id: string): object {
    const { tags, metrics } = this.runs.get(id) ?? {};
    const { artifactRoot = "mlflow-artifacts:/0" } = this.options;
    return {
      info: { run_id: id, artifact_uri: `${artifactRoot}/${id}/artifacts` },
      data: { metrics, tags: [...(tags ?? [])].map(([key, value]) => ({ key, value })) },
    };
  }
}

/** Starts a {@link FakeMlflow}, closed after the test. */
export async function startFakeMlflow(options: FakeOptions = {}): Promise<FakeMlflow> {
  const server = new FakeMlflow(options);
  server.url = await localServer((request) => server.answer(request));
  return server;
}
