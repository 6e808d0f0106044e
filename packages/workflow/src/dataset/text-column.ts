import * as core from "zod/v4/core";
import type { CellReader } from "./cell.js";
import type { ColumnSchema } from "./dataset.js";
import { describeCell, emptyCellReader, notAllowed, readBySchema } from "./schema-cell.js";

/** Reads the cells of a column of strings, including whitespace. An empty cell is "" if the schema allows it. */
export function textCellReader(schema: ColumnSchema): CellReader<string> {
  const expected = describeCell(schema);
  const readEmptyCell = emptyCellReader(schema, "");
  const fits = textCheck(schema);
  return (cell) => {
    if (cell === "") return readEmptyCell(cell);
    if (fits === undefined) return readBySchema(schema, cell, "");
    return fits(cell) ? cell : notAllowed(cell, expected);
  };
}

/** A function that checks a text, for schemas that list strings or allow any; undefined for all others. */
export function textCheck(schema: core.$ZodType): ((text: string) => boolean) | undefined {
  if (schema._zod.def.checks?.length) return undefined;
  if (schema instanceof core.$ZodNullable) return textCheck(schema._zod.def.innerType);
  if (schema instanceof core.$ZodLiteral || schema instanceof core.$ZodEnum) {
    const values = schema._zod.values;
    return (text) => values.has(text);
  }
  const isAnyText = schema instanceof core.$ZodString && !(schema instanceof core.$ZodStringFormat);
  return isAnyText ? () => true : undefined;
}

const maxShared = 10_000;

/** A growing column of strings. Up to 10,000 different texts are stored once each, as in a column of categories. */
export class TextValues {
  #texts: string[] = [];
  #shared = new Map<string, string>();
  #next = "";

  /** Sets the text after the last kept one. */
  set(text: string): void {
    this.#next = text;
  }

  /** Keeps the text that was set. */
  keep(): void {
    // A cell is a slice of its chunk and would keep the whole chunk in memory.
    this.append(this.#shared.get(this.#next) ?? Buffer.from(this.#next).toString());
  }

  /** Keeps a text that is no part of a longer one. */
  append(text: string): void {
    const known = this.#shared.get(text);
    this.#texts.push(known ?? text);
    if (known === undefined && this.#shared.size < maxShared) this.#shared.set(text, text);
  }

  /** Keeps, for each number, the text of this number. */
  appendAll(numbers: Uint32Array, texts: readonly string[]): void {
    for (const number of numbers) this.#texts.push(texts[number] ?? "");
  }

  /** Returns the kept texts. The column is empty afterwards. */
  finish(): string[] {
    const texts = this.#texts;
    this.#texts = [];
    this.#shared = new Map();
    return texts;
  }
}
