import { ContractError } from "../definition/errors.js";
import { displayPath } from "./display-path.js";

const asText = 'Save the sheet as "CSV UTF-8" (File, Save as), and use that file.';

/** The first bytes of files that are not UTF-8 text, with the words and the advice for the message. */
const kinds: readonly {
  readonly begin: readonly number[];
  readonly found: string;
  readonly advice: string;
}[] = [
  { begin: [0xff, 0xfe], found: "is UTF-16", advice: 'Save it again as "CSV UTF-8".' },
  { begin: [0xfe, 0xff], found: "is UTF-16", advice: 'Save it again as "CSV UTF-8".' },
  { begin: [0x1f, 0x8b], found: "is compressed by gzip", advice: "Decompress it first: gunzip FILE." },
  {
    begin: [...Buffer.from("PK\u0003\u0004")],
    found: "is an Excel workbook or another ZIP file",
    advice: asText,
  },
  { begin: [0xd0, 0xcf, 0x11, 0xe0], found: "is an Excel workbook in the old format (.xls)", advice: asText },
  {
    begin: [...Buffer.from("PAR1")],
    found: "is a Parquet file",
    advice:
      'Write it as CSV first, such as by pandas: pd.read_parquet(FILE).to_csv("data.csv", index=False).',
  },
];

/** @throws {ContractError} if a file begins like UTF-16 or a known binary format, or has NUL bytes in its first 1,024 */
export function refuseBinary(path: string, firstBytes: Uint8Array): void {
  const kind = kinds.find(({ begin }) => begin.every((byte, i) => firstBytes[i] === byte));
  if (kind === undefined && !firstBytes.subarray(0, 1024).includes(0)) return;
  const { found, advice } = kind ?? {
    found: "contains NUL bytes, as UTF-16 and binary files do",
    advice: 'Save it again as "CSV UTF-8".',
  };
  throw new ContractError(`${displayPath(path)} ${found}.\nExpected a CSV file in UTF-8. ${advice}`);
}
