import { parseArgs } from "node:util";
import { UsageError } from "@tiphys/workflow";

/** How the program was started: by `npm create tiphys`, or by `npm run init` in a clone of the template. */
export type Invocation = "create" | "init";

const optionsText = `Options
  --name NAME        name of the project, its package and its workflow
  --data FILE        your own CSV file; default: the diabetes data
  --target COLUMN    the column to predict: one of two classes
  --positive VALUE   the class whose probability is predicted
  --ignore COLUMN    a column not to learn from; several: a,b or the option again
  --dates COLUMN     a column of dates to learn from: year, month, weekday, days; several as for --ignore
  --group COLUMN     rows of one value of it, such as a patient, are never in both the training and the test rows
  --time COLUMN      the test rows are the newest ones by this column of dates or numbers
  --missing WAY      empty cells: impute (fill them in) or refuse; default: impute
  --image IMAGE      the image of the steps, without a tag; default: ghcr.io/your-name/NAME
  --packages FOLDER  a folder with tarballs of the engine's packages, for a machine without a registry that has them
  --no-install       does not run npm install
  --yes              accepts all proposals instead of asking`;

const usages: Readonly<Record<Invocation, string>> = {
  create: `npm create tiphys makes a machine-learning project from your CSV file.

  npm create tiphys@latest my-project            asks for each value
  npm create tiphys@latest my-project -- --yes   the diabetes project
  npm create tiphys@latest my-project -- --data churn.csv --target churned
  npm create tiphys@latest -- --update           in a project: brings the template's files up to date

${optionsText}
  --update           updates the project in the current folder
  --original FILE    writes the files that this version made from the answers in FILE, a .tiphys.json, into the
                     current folder: what a project had from the template
  --help             this text
`,
  init: `npm run init turns this clone into your own project, or makes one in another folder.

  npm run init                                   asks for each value
  npm run init -- --name mine --yes              keeps the template's data, changes names
  npm run init -- --data churn.csv --target churned --name churn
  npm run init -- ../churn --data churn.csv --target churned

${optionsText}
  --force            also with changed or untracked files
  --help             this text
`,
};

/** The help of a program. */
export function usageOf(invocation: Invocation): string {
  return usages[invocation];
}

/** The options of the command line. */
export interface Options {
  /** The new project's folder. */
  readonly folder?: string | undefined;
  readonly name?: string | undefined;
  readonly data?: string | undefined;
  readonly target?: string | undefined;
  readonly positive?: string | undefined;
  readonly missing?: "impute" | "refuse" | undefined;
  /** Columns not to learn from, or lists of them, as given. */
  readonly ignore?: readonly string[] | undefined;
  /** Columns of dates to learn from, or lists of them, as given. */
  readonly dates?: readonly string[] | undefined;
  /** The column whose values tell which rows stay together. */
  readonly group?: string | undefined;
  /** The column by which rows are older or newer. */
  readonly time?: string | undefined;
  readonly image?: string | undefined;
  readonly packages?: string | undefined;
  readonly install: boolean;
  readonly yes: boolean;
  readonly force: boolean;
  readonly update: boolean;
  /** A record whose project is written as it was made. */
  readonly original?: string | undefined;
  readonly help: boolean;
}

const flags = {
  name: { type: "string" },
  data: { type: "string" },
  target: { type: "string" },
  positive: { type: "string" },
  missing: { type: "string" },
  ignore: { type: "string", multiple: true },
  dates: { type: "string", multiple: true },
  group: { type: "string" },
  time: { type: "string" },
  image: { type: "string" },
  packages: { type: "string" },
  "no-install": { type: "boolean" },
  yes: { type: "boolean" },
  force: { type: "boolean" },
  update: { type: "boolean" },
  original: { type: "string" },
  help: { type: "boolean" },
} as const;

/** Options that npm itself has, so that their presence in its environment does not show that it took them from the user. */
const ofNpmToo = new Set(["yes", "force", "no-install"]);

/**
 * Reads the command line.
 * @throws {UsageError} naming an unknown option or a wrong value
 */
export function readOptions(
  args: readonly string[],
  invocation: Invocation,
  environment: NodeJS.ProcessEnv = process.env,
): Options {
  refuseTakenByNpm(args, invocation, environment);
  const { values, positionals } = parse(args, invocation);
  const [folder, ...others] = positionals;
  if (others.length > 0) {
    throw new UsageError(
      `Found ${positionals.map((each) => JSON.stringify(each)).join(" ")}, expected one folder at most.`,
    );
  }
  const { missing } = values;
  if (missing !== undefined && missing !== "impute" && missing !== "refuse") {
    throw new UsageError(`--missing: found "${missing}", expected impute or refuse.`);
  }
  if (values.force === true && invocation === "create") {
    throw new UsageError(
      "--force is an option of npm run init. A new project needs a folder that is empty or does not exist.",
    );
  }
  if (values.update === true) refuseWithUpdate(values, folder, invocation);
  for (const name of ["target", "positive", "missing", "ignore", "dates", "group", "time"] as const) {
    if (values[name] === undefined || values.data !== undefined) continue;
    throw new UsageError(`--${name} needs your own file: --data FILE`);
  }
  return {
    ...values,
    folder,
    missing,
    install: values["no-install"] !== true,
    yes: values.yes ?? false,
    force: values.force ?? false,
    update: values.update ?? false,
    help: values.help ?? false,
  };
}

/** npm takes options as its own unless two hyphens stand before them. */
function refuseTakenByNpm(
  args: readonly string[],
  invocation: Invocation,
  environment: NodeJS.ProcessEnv,
): void {
  if (args.some((arg) => arg.startsWith("-"))) return;
  const isOfNpm = invocation === "create" || environment.npm_lifecycle_event === "init";
  const taken = Object.keys(flags).find(
    (name) => !ofNpmToo.has(name) && environment[`npm_config_${name.replaceAll("-", "_")}`] !== undefined,
  );
  if (!isOfNpm || taken === undefined) return;
  const command = invocation === "create" ? "npm create tiphys@latest" : "npm run init";
  throw new UsageError(
    `npm took --${taken} as its own option. Put two hyphens before it: ${command} -- --${taken} …`,
  );
}

function refuseWithUpdate(
  values: Readonly<Record<string, unknown>>,
  folder: string | undefined,
  invocation: Invocation,
): void {
  if (invocation === "init") {
    throw new UsageError("--update is for a project: npm create tiphys@latest -- --update, in its folder.");
  }
  const allowed = new Set(["update", "packages", "no-install", "yes", "help"]);
  const other = folder ?? Object.keys(values).find((name) => !allowed.has(name));
  if (other === undefined) return;
  const shown = other === folder ? JSON.stringify(folder) : `--${other}`;
  throw new UsageError(
    `--update does not take ${shown}: it updates the project in the current folder, with the answers in .tiphys.json.`,
  );
}

function parse(args: readonly string[], invocation: Invocation) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${usageOf(invocation)}`);
  }
}
