/** A task that always runs at the end, and receives the status, the failures and the outputs of the workflow. */
import {
  defineStep,
  defineWorkflow,
  failuresSchema,
  optional,
  parameter,
  statusSchema,
} from "@tiphys/workflow";
import * as z from "zod";

const countOrders = defineStep({
  name: "count-orders",
  inputs: { orders: parameter(z.int()) },
  outputs: { orders: parameter(z.int()) },
  run({ orders }) {
    if (orders < 0) throw new Error(`there cannot be ${orders} orders`);
    return { orders };
  },
});

const tellTeam = defineStep({
  name: "tell-team",
  description: "Stands for a message to a chat.",
  inputs: {
    day: parameter(z.string()),
    status: parameter(statusSchema),
    failures: parameter(failuresSchema),
    orders: optional(parameter(z.int())),
  },
  outputs: { message: parameter(z.string()) },
  run({ day, status, failures, orders }, { log }) {
    const failed = (failures ?? []).map(({ displayName }) => displayName).join(", ");
    const message = failed === "" ? `${day}: ${status}, ${orders} orders` : `${day}: ${status} in ${failed}`;
    log(message);
    return { message };
  },
});

export const exitHandler = defineWorkflow({
  name: "exit-handler",
  description: "Count orders, and tell the team how that went (--set orders=-1 fails).",
  parameters: { day: parameter(z.string(), "Monday"), orders: parameter(z.int(), 3) },
  build(dag, { orders }) {
    return { orders: dag.task(countOrders, { orders }).orders };
  },
  onExit(dag, { parameters, status, failures, outputs }) {
    dag.task(tellTeam, { day: parameters.day, status, failures, orders: outputs.orders });
  },
});
