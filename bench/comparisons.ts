import { join } from "node:path";
import type { Candidate } from "./compare.js";
import type { Python } from "./python-environment.js";
import { syntheticTable } from "./synthetic-table.js";
import { wideTable } from "./wide-table.js";

/** Candidates that are compared with each other. The first is this project's. */
export interface Comparison {
  readonly title: string;
  readonly candidates: readonly Candidate[];
}

/** Where the comparisons run and what they use. */
export interface Setting {
  readonly root: string;
  /** A folder for runs, artifacts and pictures. */
  readonly scratch: string;
  /** Undefined for a comparison without Python. */
  readonly python: Python | undefined;
}

/** JSON artifacts of more rows take minutes and all memory. */
const maxRowsInJson = 2_000_000;

/** The whole pipeline, reading and fitting on a synthetic table. */
export function comparisonsAtRows(setting: Setting, rows: number): Comparison[] {
  const { root, python } = setting;
  const data = syntheticTable(root, rows);
  const wide = wideTable(root);
  return [
    { title: "Whole pipeline", candidates: [ours(setting, data), ...inPython(setting, data, rows)] },
    {
      title: "Reading the table",
      candidates: [
        part(root, "readDataset, every cell checked", "read", data),
        ...(python === undefined
          ? []
          : [
              itself("pandas.read_csv", python("part.py", "read-pandas", data)),
              itself("polars.read_csv", python("part.py", "read-polars", data)),
              itself("polars.read_csv, one thread", oneThread(python("part.py", "read-polars", data))),
            ]),
      ],
    },
    {
      title: "Fitting all rows × 8, tol 1e-12",
      candidates: [
        part(root, "LogisticRegression", "fit", data),
        ...(python === undefined
          ? []
          : [itself("scikit-learn, newton-cholesky", python("part.py", "fit", data))]),
      ],
    },
    {
      title: "Fitting 100,000 × 100",
      candidates: [
        part(root, "LogisticRegression", "fit-wide", wide),
        ...(python === undefined ? [] : [itself("scikit-learn, lbfgs", python("part.py", "fit-wide", wide))]),
      ],
    },
    {
      title: "Boosting 100,000 × 20, 100 iterations",
      candidates: [
        part(root, "HistGradientBoostingClassifier", "boost", wide),
        ...(python === undefined
          ? []
          : [
              itself("scikit-learn", python("part.py", "boost", wide)),
              itself("scikit-learn, one thread", oneThread(python("part.py", "boost", wide))),
            ]),
      ],
    },
  ];
}

/** The template's own table, compiling, and the start of Node and npm. */
export function comparisonsOfTemplate(setting: Setting): Comparison[] {
  const { root, scratch, python } = setting;
  const data = join(root, "data", "diabetes.csv");
  const runs = ["--no-cache", "--runs", join(scratch, "runs")] as const;
  const again = ["--runs", join(scratch, "runs-with-cache")] as const;
  return [
    {
      title: "The template's table: 768 rows",
      candidates: [
        { name: "npm start", commands: [["npm", "start", "--silent", "--", ...runs]] },
        { name: "npm start, unchanged", commands: [["npm", "start", "--silent", "--", ...again]] },
        { name: "tiphys run --isolated", commands: [tiphys(root, "run", "--isolated", ...runs)] },
        ...inPython(setting, data, 768),
        {
          name: "npm run (a script that does nothing)",
          commands: [["npm", "run", "--silent", "bench:nothing"]],
        },
        { name: "node -e 0", commands: [[process.execPath, "-e", "0"]] },
      ],
    },
    {
      title: "Compiling the five steps to YAML",
      candidates: [
        { name: "tiphys yaml", commands: [tiphys(root, "yaml")] },
        ...(python === undefined
          ? []
          : [{ name: "hera, to_yaml", commands: [python("hera_five_steps.py")] } satisfies Candidate]),
      ],
    },
  ];
}

function ours({ root, scratch }: Setting, data: string): Candidate {
  const options = ["--no-cache", "--runs", join(scratch, "runs"), "--set", `dataset=${data}`];
  return { name: "tiphys run", commands: [tiphys(root, "run", ...options)] };
}

function inPython({ python, scratch }: Setting, data: string, rows: number): Candidate[] {
  if (python === undefined) return [];
  const steps = ["load-and-split", "scale", "train", "predict", "evaluate"];
  const five = (format: string): Candidate => ({
    name: `pandas + scikit-learn, five processes, ${format}`,
    commands: steps.map((step) => python("one_step.py", step, format, data, scratch)),
  });
  return [
    { name: "polars + numpy, no picture", commands: [python("polars_newton.py", data)] },
    {
      name: "polars + numpy, with picture",
      commands: [python("polars_newton.py", data, join(scratch, "roc.png"))],
    },
    { name: "pandas + scikit-learn, one process", commands: [python("one_process.py", data, scratch)] },
    five("npy"),
    ...(rows > maxRowsInJson ? [] : [five("json")]),
  ];
}

function tiphys(root: string, ...args: string[]): [string, ...string[]] {
  return [process.execPath, join(root, "packages", "workflow", "bin", "tiphys.js"), ...args];
}

function part(root: string, name: string, work: string, file: string): Candidate {
  const tsx = import.meta.resolve("tsx");
  return itself(name, [process.execPath, "--import", tsx, join(root, "bench", "part.ts"), work, file]);
}

function itself(name: string, command: Candidate["commands"][number]): Candidate {
  return { name, commands: [command], measuresItself: true };
}

function oneThread(command: Candidate["commands"][number]): Candidate["commands"][number] {
  return ["env", "POLARS_MAX_THREADS=1", "OMP_NUM_THREADS=1", ...command];
}
