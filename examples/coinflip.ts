/** A condition: one of two tasks runs, the other is skipped, and the output of the one that ran is passed on. */
import { RandomState } from "@tiphys/ml";
import { defineStep, defineWorkflow, parameter } from "@tiphys/workflow";
import * as z from "zod";

const side = z.enum(["heads", "tails"]);

const flipCoin = defineStep({
  name: "flip-coin",
  description: "Heads or tails, the same for the same seed.",
  inputs: { seed: parameter(z.int().min(0)) },
  outputs: { side: parameter(side) },
  run: ({ seed }) => ({ side: new RandomState(seed).interval(1) === 0 ? "heads" : "tails" }),
});

const payOut = defineStep({
  name: "pay-out",
  inputs: { stake: parameter(z.number()) },
  outputs: { balance: parameter(z.number()) },
  run: ({ stake }) => ({ balance: 2 * stake }),
});

const payOff = defineStep({
  name: "pay-off",
  inputs: { stake: parameter(z.number()) },
  outputs: { balance: parameter(z.number()) },
  run: ({ stake }) => ({ balance: -stake }),
});

export const coinflip = defineWorkflow({
  name: "coinflip",
  description: "Flip a coin and run the task that belongs to its side.",
  parameters: { seed: parameter(z.int().min(0), 42), stake: parameter(z.number().gt(0), 10) },
  build(dag, { seed, stake }) {
    const flip = dag.task(flipCoin, { seed });
    const won = dag.task(payOut, { stake }, { when: flip.side.equals("heads") });
    const lost = dag.task(payOff, { stake }, { when: flip.side.equals("tails") });
    return { side: flip.side, balance: dag.firstOf(won.balance, lost.balance) };
  },
});
