import * as z from "zod";

const measured = z.object({
  value: z.number(),
  interval: z.object({ low: z.number(), high: z.number() }).exactOptional(),
});

/** A metric's value, with its confidence interval if it has one. */
export type Measured = z.output<typeof measured>;

/** The entries of a JSON object that have a value: `{ "auc": { "value": 0.81, "interval": { … } } }`. The order is kept. */
export function measuredEntries(content: object): [string, Measured][] {
  return Object.entries(content).flatMap(([name, each]): [string, Measured][] => {
    const found = measured.safeParse(each);
    return found.success ? [[name, found.data]] : [];
  });
}
