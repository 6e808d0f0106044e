import * as z from "zod";
import type { Inferred } from "../infer/contract.js";

type ReadonlyDeep<T> = T extends object ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> } : T;

const featureBase = { name: z.string(), missing: z.int() };

const featureSchema = z.discriminatedUnion("kind", [
  z.object({
    ...featureBase,
    kind: z.literal("number"),
    integer: z.boolean(),
    range: z.object({ min: z.number(), max: z.number() }),
  }),
  z.object({ ...featureBase, kind: z.literal("flag") }),
  z.object({ ...featureBase, kind: z.literal("category"), categories: z.array(z.string()) }),
  z.object({
    ...featureBase,
    kind: z.literal("date"),
    parts: z.array(z.enum(["year", "month", "weekday", "daysSince"])),
  }),
]);

const targetClassSchema = z.object({ value: z.union([z.number(), z.string()]), rows: z.int() });

/** What was inferred from the user's file, without its cells. */
const descriptionSchema = z.object({
  file: z.object({
    names: z.array(z.string()),
    rows: z.int(),
    delimiter: z.enum([",", ";", "\t", "|"]),
  }),
  features: z.array(featureSchema),
  leftOut: z.array(z.object({ name: z.string(), because: z.string() })),
  target: z.object({ name: z.string(), classes: z.tuple([targetClassSchema, targetClassSchema]) }),
  /** The column by which rows are divided; absent if they are drawn one by one. */
  division: z
    .object({
      by: z.enum(["group", "time"]),
      name: z.string(),
      kind: z.enum(["integer", "number", "text", "date"]),
    })
    .optional(),
});
export type DataDescription = ReadonlyDeep<z.output<typeof descriptionSchema>>;
export type DescribedFeature = DataDescription["features"][number];

const ownDataSchema = z.object({
  inferred: descriptionSchema,
  /** The class whose probability is predicted. */
  positive: z.union([z.number(), z.string()]),
  /** Whether empty cells are filled in or refused. */
  missing: z.enum(["impute", "refuse"]),
  /** Conversions of the file, as sentences; empty if it is copied unchanged. */
  conversions: z.array(z.string()),
});

/** The user's data, and how to use it. */
export type OwnData = ReadonlyDeep<z.output<typeof ownDataSchema>>;

/** The schema of what a project is made from, besides the template. */
export const newProjectSchema = z.object({
  /** Name of the package and of the workflow. */
  name: z.string(),
  /** The image of the steps, without a tag. */
  image: z.string(),
  /** Where npm gets the engine's packages from: a registry, or tarballs in `vendor/`. */
  packages: z.enum(["registry", "vendor"]),
  /** Absent if the template's data is kept. */
  data: ownDataSchema.optional(),
});
export type NewProject = ReadonlyDeep<z.output<typeof newProjectSchema>>;

/** A description of the user's data, without its cells. */
export function describeData({ file, features, leftOut, target, division }: Inferred): DataDescription {
  return descriptionSchema.parse({ file, features, leftOut, target, division });
}
