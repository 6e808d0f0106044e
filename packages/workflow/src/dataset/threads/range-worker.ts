import type { ScannerCopy } from "../scan/scanner.js";

/** What the worker is started with. */
export interface RangeTask extends ScannerCopy {
  readonly path: string;
  /** Where its range begins, which is where a row does, and where it ends. */
  readonly start: number;
  readonly end: number;
  readonly chunkBytes: number;
}

/** What the worker has read when it ends: plain rows from the start of its range on. */
export interface RangeResult {
  readonly rows: number;
  /** Where the first row begins that was not read. */
  readonly stop: number;
  /** For each column the pieces of its values, in order: buffers of arrays of its type. */
  readonly columns: readonly (readonly ArrayBuffer[])[];
}

/**
 * The program of a worker thread that scans a range of a CSV file until the first row that is not plain. A text, because it
 * must run from sources, from the published package and from a bundle alike, none of which has a file for it.
 */
export const rangeWorker = `
"use strict";
const { isAscii } = require("node:buffer");
const { closeSync, openSync, readSync } = require("node:fs");
const { parentPort, workerData: task } = require("node:worker_threads");

const scanner = new WebAssembly.Instance(task.module).exports;
const missing = task.memoryBytes - scanner.memory.buffer.byteLength;
if (missing > 0) scanner.memory.grow(Math.ceil(missing / 65536));
new Uint8Array(scanner.memory.buffer).set(task.head);
scanner.setup(...task.setup);
const input = Buffer.from(scanner.memory.buffer, task.inputAt, task.capacity);

const pieceRows = 64 * task.held;
const columns = task.columns.map(({ values, bytes }) => {
  const view = new Uint8Array(scanner.memory.buffer, values, task.held * bytes);
  return { view, bytes, pieces: [], piece: undefined };
});
let held = 0;
let rows = 0;
let inPiece = 0;

function move() {
  if (inPiece + held > pieceRows) endPiece();
  for (const column of columns) {
    column.piece ??= new Uint8Array(pieceRows * column.bytes);
    column.piece.set(column.view.subarray(0, held * column.bytes), inPiece * column.bytes);
  }
  inPiece += held;
  rows += held;
  held = 0;
}

function endPiece() {
  for (const column of columns) {
    if (inPiece === pieceRows) column.pieces.push(column.piece.buffer);
    else if (inPiece > 0) column.pieces.push(column.piece.buffer.slice(0, inPiece * column.bytes));
    column.piece = undefined;
  }
  inPiece = 0;
}

/** Scans whole rows up to a limit. Returns where it stopped. */
function scanTo(limit) {
  for (let at = 0; at < limit; ) {
    if (held === task.held) move();
    const stop = scanner.scan(task.inputAt + at, task.inputAt + limit, 32768, held, task.held) - task.inputAt;
    held = scanner.row.value;
    if (scanner.isUnusual.value !== 0 || stop === at) return stop;
    at = stop;
  }
  return limit;
}

const file = openSync(task.path, "r");
let stop = task.start;
for (let rest = 0; ; ) {
  const wanted = Math.min(task.chunkBytes, task.capacity - rest, task.end - stop - rest);
  const length = wanted > 0 ? readSync(file, input, rest, wanted, stop + rest) : 0;
  if (length === 0 || !isAscii(input.subarray(rest, rest + length))) break;
  const limit = input.lastIndexOf(10, rest + length - 1) + 1;
  const at = scanTo(limit);
  stop += at;
  if (at < limit) break;
  input.copyWithin(0, limit, rest + length);
  rest += length - limit;
}
closeSync(file);
move();
endPiece();
const pieces = columns.map((column) => column.pieces);
parentPort.postMessage({ rows, stop, columns: pieces }, pieces.flat());
`;
