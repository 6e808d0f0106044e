import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { tempDir } from "../../workflow/test/cli/fixture-project.js";
import { readCsv } from "../src/csv/read-csv.js";
import { csvText } from "../src/csv/write-csv.js";

function fileOf(text: string | Uint8Array): string {
  const file = join(tempDir(), "given.csv");
  writeFileSync(file, text);
  return file;
}

test.each([
  ["a comma", ",", "a,b\n1,2\n"],
  ["a semicolon with decimal commas", ";", "a;b;c\n1,5;2,5;3\n1,0;2;3\n"],
  ["a tab", "\t", "a\tb, c\n1\t2\n"],
  ["a bar", "|", "a|b\n1|2\n"],
  ["a semicolon between quoted names", ";", '"a";"b"\n1;"x"\n2;"y"\n'],
  ["a comma beside quoted semicolons", ",", 'a,b\n"x;y",2\n"x;z",3\n'],
])("finds %s", async (_what, delimiter, text) => {
  expect((await readCsv(fileOf(text))).delimiter).toBe(delimiter);
});

test("reads a file with a byte order mark, CRLF, quotes, blank lines and odd names", async () => {
  const file = fileOf('\uFEFF Größe (cm) ;"say ""x""";class\r\n1,5;"a;b";c\r\n\r\n2;"";d\r\n');

  expect(await readCsv(file)).toMatchObject({
    delimiter: ";",
    names: ["Größe (cm)", 'say "x"', "class"],
    columns: [
      ["1,5", "2"],
      ["a;b", ""],
      ["c", "d"],
    ],
    rows: 2,
  });
});

test.each<[string, string, string[], string[]]>([
  ["sep=; as Excel writes it", "sep=;\r\nx;y\r\n1,5;a\r\n2;b\r\n", ["sep=;"], ["x", "y"]],
  ["sep= and a tab, in quotes", '"sep=\t"\nx\ty\n1\ta\n2\tb\n', ["sep="], ["x", "y"]],
  ["comments", "# made by a, b\n# 2024\nx,y\n1,a\n2,b\n", ["# made by a, b", "# 2024"], ["x", "y"]],
  [
    "titles and a blank line",
    "Report,,\nCreated:\n\nx,2019,z\n1,2,a\n3,4,b\n",
    ["Report,,", "Created:"],
    ["x", "2019", "z"],
  ],
  [
    "titles in several cells",
    "Report,,\nCreated,2024,\nx,y,z\n1,2,a\n3,4,b\n",
    ["Report,,", "Created,2024,"],
    ["x", "y", "z"],
  ],
  ["nothing, where the first name is a number sign", "#,x\n1,a\n2,b\n", [], ["#", "x"]],
  ["nothing, where the first of texts begins with it", "#tag,x\na,b\na,c\nb,b\n", [], ["#tag", "x"]],
  ["nothing, where all but one name are empty", "x,,\n1,2,3\n4,5,6\n", [], ["x", "", ""]],
])("passes over %s above the header", async (_what, text, above, names) => {
  expect(await readCsv(fileOf(text))).toMatchObject({ above, names });
});

test("reads a file that is compressed by gzip", async () => {
  const { isCompressed, names, columns } = await readCsv(fileOf(gzipSync("a,b\n1,x\n2,y\n")));

  expect({ isCompressed, names, columns }).toEqual({
    isCompressed: true,
    names: ["a", "b"],
    columns: [
      ["1", "2"],
      ["x", "y"],
    ],
  });
});

test.each<[string, Buffer, RegExp]>([
  ["a workbook", Buffer.from("PK\u0003\u0004[Content_Types].xml"), /is an Excel workbook.*\n.*"CSV UTF-8"/],
  ["half of a gzip file", gzipSync("a,b\n1,x\n".repeat(9)).subarray(0, 20), /cannot be decompressed: /],
  ["UTF-16 without a mark", Buffer.from("a,b\n1,2\n", "utf16le"), /contains NUL bytes, as UTF-16/],
  ["Latin-1", Buffer.from("a,b\n1,\xe4\n", "latin1"), /line 2 is not UTF-8/],
  ["compressed Latin-1", gzipSync(Buffer.from("a,b\n1,\xe4\n", "latin1")), /line 2 is not UTF-8/],
  ["a delimiter of another kind", Buffer.from("sep=^\na^b\n1^2\n"), /separated by "\^", as "sep=\^" says/],
])("refuses %s, and says what to do", async (_what, bytes, sentence) => {
  await expect(readCsv(fileOf(bytes))).rejects.toThrow(sentence);
});

test("gives a second column of the same name a number", async () => {
  const { names, renamed } = await readCsv(fileOf("a,a,a_2,,a\n1,2,3,4,5\n"));

  expect(new Set(names).size).toBe(5);
  expect(names.slice(2, 4)).toEqual(["a_2", ""]);
  expect(renamed.map(({ from }) => from)).toEqual(expect.arrayContaining(["a"]));
});

test("ignores empty names at the header's end without cells below them", async () => {
  const { names, surplusNames, columns } = await readCsv(fileOf("a,b,,\n1,2\n3,4\n"));

  expect({ names, surplusNames, columns }).toEqual({
    names: ["a", "b"],
    surplusNames: 2,
    columns: [
      ["1", "3"],
      ["2", "4"],
    ],
  });
});

test.each([
  [
    "a row of another length",
    "a,b\n1,2\n1,2,3\n",
    /line 3: the row has 3 cells, expected 2 as in the header/,
  ],
  ["no rows", "a,b\n", /has no rows/],
  ["one column", "a\n1\n", /has one column, "a"/],
  [
    "a row in the place of the header",
    "5.1,a,0\n4.9,b,1\n4.7,a,0\n",
    /looks like a row, not like the names of the columns: 5.1, a, 0/,
  ],
  ["a quote that ends nowhere", 'a,b\n1,"2\n', /never closed/],
  ["no header", "1,2\n3,4\n", /the first line has numbers, not the names/],
])("refuses a file with %s", async (_what, text, sentence) => {
  await expect(readCsv(fileOf(text))).rejects.toThrow(sentence);
});

test("what is written is read again as it was", async () => {
  const columns = [
    ['a,"b"', " c ", "line\nfeed"],
    ["", "1", "ü"],
  ];
  const file = fileOf(csvText(["x, y", "z"], columns));

  expect(await readCsv(file)).toMatchObject({ names: ["x, y", "z"], columns });
});
