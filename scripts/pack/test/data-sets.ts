/** Pseudo-random numbers in a fixed order, from 0 to 1, 1 excluded. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** A data set as a user might have it. */
export interface DataSet {
  readonly name: string;
  readonly text: string;
  readonly target: string;
  readonly options?: readonly string[];
  /** One of its columns as the compiler knows it, and its schema as text. */
  readonly column: string;
  readonly schema: string;
  /** Further lines that init prints. */
  readonly says?: readonly string[];
}

function csv(
  rows: number,
  delimiter: string,
  header: readonly string[],
  row: (random: () => number, i: number) => readonly (string | number)[],
): string {
  const random = numbersFrom(rows + header.length);
  const lines = Array.from({ length: rows }, (_, i) => row(random, i).join(delimiter));
  return [header.join(delimiter), ...lines, ""].join("\n");
}

const pick = (random: () => number, ...texts: readonly string[]): string =>
  texts[Math.floor(random() * texts.length)] ?? "";

export const dataSets: readonly DataSet[] = [
  {
    name: "numbers",
    text: csv(200, ",", ["width", "height", "broken"], (random) => {
      const width = random() * 10;
      return [width.toFixed(2), Math.floor(random() * 100), width + random() * 4 > 7 ? 1 : 0];
    }),
    target: "broken",
    column: "width",
    schema: "z.number().min(0)",
  },
  {
    name: "years",
    text: csv(200, ",", ["region", "2019", "2020", "2021", "closed"], (random) => {
      const [before = 0, between = 0, after = 0] = [random() * 100, random() * 100, random() * 100];
      const amounts = [before, between, after].map((amount) => amount.toFixed(1));
      return [pick(random, "north", "south"), ...amounts, before > after + random() * 20 ? 1 : 0];
    }),
    target: "closed",
    column: "2019",
    schema: 'order: ["region", "2019", "2020", "2021", "closed"]',
  },
  {
    name: "visits",
    text: csv(300, ",", ["visit", "seen", "score", "readmitted"], (random, i) => {
      const day = (days: number) => new Date(1.65e12 + days * 86_400_000).toISOString().slice(0, 10);
      const after = Math.floor(random() * 40);
      const score = random() * 10;
      const seen =
        random() < 0.1
          ? ""
          : day(i + after)
              .split("-")
              .reverse()
              .join("/");
      return [day((i * 7) % 300), seen, score.toFixed(1), score + random() * 4 > 7 ? "yes" : "no"];
    }),
    target: "readmitted",
    options: ["--time", "visit", "--dates", "visit,seen"],
    column: "seen_weekday",
    schema: 'dateColumn("year", "month", "weekday", "daysSince").nullable()',
    says: ["The test rows are the newest by visit.", "Dates become numbers: seen (", "the day first."],
  },
  {
    name: "groups",
    text: csv(300, ",", ["household", "income", "moved"], (random, i) => {
      const income = random() * 10;
      return [1 + ((i * 7) % 60), income.toFixed(2), income + random() * 4 > 7 ? 1 : 0];
    }),
    target: "moved",
    options: ["--group", "household"],
    column: "income",
    schema: 'group: "household"',
    says: ["All rows of one household are training rows, or all are test rows."],
  },
  {
    name: "categories",
    text: csv(300, ",", ["customerID", "contract", "member", "plan, old", "churned"], (random, i) => {
      const contract = pick(random, "Monthly", "Yearly", "2 years");
      const churned = random() < (contract === "Monthly" ? 0.6 : 0.2);
      return [
        `C-${i}`,
        contract,
        pick(random, "yes", "no"),
        pick(random, '"a, b"', '"say ""x""\nor y"'),
        churned ? "yes" : "no",
      ];
    }).replace("plan, old", '"plan, old"'),
    target: "churned",
    column: "contract",
    schema: 'z.enum(["2 years", "Monthly", "Yearly"])',
    says: ["Left out: customerID: it is an identifier", "yes is the positive class"],
  },
  {
    name: "missing-values",
    text: csv(300, ",", ["age", "income", "region", "empty", "defaulted"], (random) => {
      const age = 18 + Math.floor(random() * 60);
      return [
        random() < 0.1 ? "" : age,
        random() < 0.2 ? "NA" : Math.floor(random() * 90_000),
        random() < 0.1 ? "?" : pick(random, "north", "south", "west"),
        "",
        random() < age / 100 ? "True" : "False",
      ];
    }),
    target: "defaulted",
    column: "age",
    schema: ".nullable()",
    says: [
      "Empty cells are filled in: age (",
      "Left out: empty: it is empty",
      "Marks of missing values are empty cells in",
    ],
  },
  {
    name: "text-target",
    text: csv(150, "\t", ["petal", "sepal", "species"], (random) => {
      const isSetosa = random() < 0.4;
      return [
        (random() * 2 + (isSetosa ? 1 : 3)).toFixed(1),
        (random() * 3).toFixed(1),
        isSetosa ? "setosa" : "versicolor",
      ];
    }),
    target: "species",
    options: ["--positive", "versicolor"],
    column: "petal",
    schema: "z.number()",
    says: ["versicolor is the positive class"],
  },
  {
    name: "decimal-commas",
    text: `\uFEFF${csv(200, ";", ["Größe (cm)", "Gewicht", "class", "constructor", "krank"], (random) => {
      const weight = 40 + random() * 60;
      return [
        (150 + random() * 40).toFixed(1).replace(".", ","),
        `1.${weight.toFixed(2).replace(".", ",").padStart(6, "0")}`,
        pick(random, "A", "B", "C"),
        Math.floor(random() * 5),
        weight + random() * 20 > 80 ? "ja" : "nein",
      ];
    }).replaceAll("\n", "\r\n")}`,
    target: "krank",
    column: "Größe (cm)",
    schema: "z.number().min(",
    says: ["ja is the positive class", "Numbers have a decimal point"],
  },
  {
    name: "hundred-columns",
    text: csv(250, "|", [...Array.from({ length: 100 }, (_, j) => `x${j}`), "y"], (random) => {
      const values = Array.from({ length: 100 }, () => (random() - 0.5).toFixed(4));
      return [...values, Number(values[0]) + Number(values[1]) > (random() - 0.5) / 4 ? 2 : 1];
    }),
    target: "y",
    column: "x99",
    schema: "z.number().min(-1",
    says: ["Cells are separated by commas instead of pipes", "2 is the positive class"],
  },
  {
    name: "hundred-thousand-rows",
    text: csv(100_000, ",", ["amount", "hour", "country", "fraud"], (random) => {
      const amount = random() ** 3 * 1000;
      return [
        amount.toFixed(2),
        Math.floor(random() * 24),
        pick(random, "DE", "FR", "IT", "NL"),
        random() < amount / 5000 ? 1 : 0,
      ];
    }),
    target: "fraud",
    column: "country",
    schema: 'z.enum(["DE", "FR", "IT", "NL"])',
  },
];
