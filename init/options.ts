import { parseArgs } from "node:util";
import { UsageError } from "@tiphys/workflow";

export const usage = `npm run init turns this template into your own project.

  npm run init                                   asks for each value
  npm run init -- --name mine --yes              keeps the template's data, changes names
  npm run init -- --data churn.csv --target churned --name churn

Options
  --name NAME        name of the project, its package and its workflow
  --data FILE        your own CSV file; default: the template's data
  --target COLUMN    the column to predict: one of two classes
  --positive VALUE   the class whose probability is predicted
  --missing WAY      empty cells: impute (fill them in) or refuse; default: impute
  --image IMAGE      the image of the steps, without a tag; default: ghcr.io/your-name/NAME
  --keep-examples    keeps the examples that do not need the template's data
  --yes              accepts all proposals instead of asking
  --force            also with changed or untracked files
  --help             this text
`;

/** The options of the command line. */
export interface Options {
  readonly name?: string | undefined;
  readonly data?: string | undefined;
  readonly target?: string | undefined;
  readonly positive?: string | undefined;
  readonly missing?: "impute" | "refuse" | undefined;
  readonly image?: string | undefined;
  readonly keepExamples: boolean;
  readonly yes: boolean;
  readonly force: boolean;
  readonly help: boolean;
}

const flags = {
  name: { type: "string" },
  data: { type: "string" },
  target: { type: "string" },
  positive: { type: "string" },
  missing: { type: "string" },
  image: { type: "string" },
  "keep-examples": { type: "boolean" },
  yes: { type: "boolean" },
  force: { type: "boolean" },
  help: { type: "boolean" },
} as const;

/**
 * Reads the command line.
 * @throws {UsageError} naming an unknown option or a wrong value
 */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv = process.env): Options {
  const taken = Object.keys(flags).find(
    (name) =>
      name !== "yes" &&
      name !== "force" &&
      environment[`npm_config_${name.replaceAll("-", "_")}`] !== undefined,
  );
  if (args.length === 0 && taken !== undefined && environment.npm_lifecycle_event === "init") {
    throw new UsageError(
      `npm took --${taken} as its own option. Put two hyphens before it: npm run init -- --${taken} …`,
    );
  }
  const { values } = parse(args);
  const { missing } = values;
  if (missing !== undefined && missing !== "impute" && missing !== "refuse") {
    throw new UsageError(`--missing: found "${missing}", expected impute or refuse.`);
  }
  for (const name of ["target", "positive", "missing"] as const) {
    if (values[name] === undefined || values.data !== undefined) continue;
    throw new UsageError(`--${name} needs your own file: --data FILE`);
  }
  return {
    ...values,
    missing,
    keepExamples: values["keep-examples"] ?? false,
    yes: values.yes ?? false,
    force: values.force ?? false,
    help: values.help ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: false });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}
