/** A step that may fail temporarily: it is retried after growing waits, unless the error is permanent. */
import { defineStep, defineWorkflow, parameter, TransientError } from "@tiphys/workflow";
import * as z from "zod";

const askBusyServer = defineStep({
  name: "ask-busy-server",
  description: "Stands for a server that answers only after some failed attempts.",
  inputs: { failures: parameter(z.int().min(0)) },
  outputs: { attempts: parameter(z.int()) },
  run({ failures }, { attempt, log }) {
    if (attempt <= failures) throw new TransientError(`the server is busy (attempt ${attempt})`);
    log(`answered at attempt ${attempt}`);
    return { attempts: attempt };
  },
});

export const retryWithBackoff = defineWorkflow({
  name: "retry-with-backoff",
  description: "Try a step that fails at first up to four more times, with growing waits.",
  parameters: { failures: parameter(z.int().min(0), 2) },
  build(dag, { failures }) {
    const { attempts } = dag.task(
      askBusyServer,
      { failures },
      { retry: { limit: 4, backoff: { duration: "0.5s", factor: 2, maxDuration: "1m" } }, timeout: "30s" },
    );
    return { attempts };
  },
});
