import type { Codec } from "../definition/codec.js";
import { ContractError } from "../definition/errors.js";
import { readArrowFile, writeArrowFile } from "./arrow-file.js";
import { type ColumnValues, checkColumn, isNumberArray } from "./column-values.js";

/** A single column, such as the target, as an Arrow IPC file with one column named "value". */
export const column: Codec<ColumnValues> = {
  format: "column",
  extension: "arrow",
  mediaType: "application/vnd.apache.arrow.file",
  encode(value, path) {
    if (!isNumberArray(value) && !Array.isArray(value)) {
      throw new ContractError(
        "expected a Float64Array, an array of 8 to 32-bit integers, or an array of strings.",
      );
    }
    writeArrowFile(path, [["value", checkColumn("value", value)]]);
  },
  decode(path) {
    const columns = readArrowFile(path);
    const [first] = columns;
    if (first === undefined || columns.length !== 1) {
      throw new ContractError(`found a table of ${columns.length} columns, expected one column.`);
    }
    return first[1];
  },
};
