import { Type } from "@uwdata/flechette";
import { ContractError } from "../definition/errors.js";
import type { ArrowSource } from "./arrow-source.js";
import { type ArrowArrayType, bufferCountOf, numberArrayOf } from "./arrow-types.js";
import { damaged, FlatObject } from "./flat-reader.js";

/** Size in bytes of the footer's length and the magic word after it. */
const trailer = 10;

/** Field numbers and message kinds from Arrow's format/File.fbs, Schema.fbs and Message.fbs. */
const footerFields = { schema: 1, dictionaries: 2, records: 3, metadata: 4 } as const;
const schemaFields = { endianness: 0, fields: 1, metadata: 2 } as const;
const fieldFields = { name: 0, type: 2, children: 5, metadata: 6 } as const;
const messageFields = { kind: 1, content: 2, bodyLength: 3 } as const;
const batchFields = { length: 0, nodes: 1, buffers: 2, compression: 3, variadicCounts: 4 } as const;
const kinds = { dictionaryBatch: 2, recordBatch: 3 } as const;

/** Types whose values consist of other columns. */
const nested: ReadonlySet<number> = new Set([
  Type.List,
  Type.Struct,
  Type.Union,
  Type.FixedSizeList,
  Type.Map,
  Type.LargeList,
  Type.RunEndEncoded,
  Type.ListView,
  Type.LargeListView,
]);

/** Where the values of an Arrow IPC file are. */
export interface ArrowLayout {
  readonly columns: readonly ArrowColumnLayout[];
  readonly batches: readonly ArrowBatchLayout[];
}

/** A column of the schema. */
export interface ArrowColumnLayout {
  readonly name: string;
  /** The array that has the bytes of the values; undefined for all but plain numbers. */
  readonly array: ArrowArrayType | undefined;
  /** The number of its buffers in a batch; undefined if each batch has its own number. */
  readonly bufferCount: number | undefined;
}

/** A record batch: the rows of a part of the table. */
export interface ArrowBatchLayout {
  readonly rows: number;
  readonly isCompressed: boolean;
  /** Missing values of each column. */
  readonly nulls: readonly number[];
  /** Position in the file and length of each buffer, in bytes: those of the first column come first. */
  readonly buffers: readonly (readonly [at: number, length: number])[];
}

/**
 * Reads the metadata of an Arrow IPC file and compares all lengths in it with the size of the file, before anything is
 * decoded: because of one damaged byte a decoder could allocate a list of two thousand million entries.
 *
 * @throws {ContractError} for the first length that does not fit, and for a column of a nested type
 */
export function readArrowLayout(file: ArrowSource): ArrowLayout {
  const end = file.length - trailer;
  const length = file.part(end, 4).int32(0);
  if (length <= 0 || length > end) throw damaged(`a footer of ${length} bytes in ${file.length} bytes`);
  const footer = new FlatObject(file.part(end - length, length), 0);
  const columns = readSchema(footer.object(footerFields.schema));
  footer.structs(footerFields.metadata, 4);
  for (const at of footer.structs(footerFields.dictionaries, 24)) {
    readMessage(file, footer.reader.int64(at), columns.length);
  }
  const batches = footer.structs(footerFields.records, 24).map((at) => {
    const batch = readMessage(file, footer.reader.int64(at), columns.length);
    if (batch === undefined) throw damaged(`no rows at byte ${footer.reader.int64(at)}`);
    return batch;
  });
  return { columns, batches };
}

function readSchema(schema: FlatObject | undefined): ArrowColumnLayout[] {
  if (schema === undefined) throw damaged("no schema");
  schema.structs(schemaFields.metadata, 4);
  const isLittleEndian = schema.uint16(schemaFields.endianness) === 0;
  return schema.objects(schemaFields.fields).map((field) => {
    field.structs(fieldFields.metadata, 4);
    const type = field.uint8(fieldFields.type);
    const name = field.text(fieldFields.name);
    if (nested.has(type) || field.structs(fieldFields.children, 4).length > 0) {
      const [kind] = Object.entries(Type).find(([, id]) => id === type) ?? [type];
      throw new ContractError(
        `found column "${name}" of Arrow type ${kind}, expected numbers, or strings without missing values.`,
      );
    }
    return {
      name,
      array: isLittleEndian ? numberArrayOf(field) : undefined,
      bufferCount: bufferCountOf(field),
    };
  });
}

/** @returns the batch of a message that has rows of the table */
function readMessage(file: ArrowSource, at: number, columns: number): ArrowBatchLayout | undefined {
  const prefix = file.part(at, 8);
  // Newer versions of the format have a continuation marker (-1) before a message's length.
  const begin = prefix.int32(0) === -1 ? at + 8 : at + 4;
  const length = prefix.int32(begin - 4 - at);
  if (length <= 0) throw damaged(`a message of ${length} bytes at byte ${at}`);
  const message = new FlatObject(file.part(begin, length), 0);
  const bodyLength = message.int64(messageFields.bodyLength);
  const body = begin + length;
  file.check(body, bodyLength);
  const kind = message.uint8(messageFields.kind);
  const content = message.object(messageFields.content);
  if (kind === kinds.recordBatch && content !== undefined)
    return readBatch(content, body, bodyLength, columns);
  const values = kind === kinds.dictionaryBatch ? content?.object(1) : undefined;
  if (values !== undefined) readBatch(values, body, bodyLength, 1);
  return undefined;
}

function readBatch(batch: FlatObject, body: number, bodyLength: number, columns: number): ArrowBatchLayout {
  const { reader } = batch;
  const rows = batch.int64(batchFields.length);
  const nodes = batch.structs(batchFields.nodes, 16);
  if (nodes.length !== columns) throw damaged(`${nodes.length} columns of values in a table of ${columns}`);
  const nulls = nodes.map((at) => {
    const [length, missing] = [reader.int64(at), reader.int64(at + 8)];
    if (length !== rows || rows < 0) throw damaged(`a column of ${length} rows in a table of ${rows}`);
    if (missing < 0 || missing > length) throw damaged(`${missing} missing values in ${length} rows`);
    return missing;
  });
  const buffers = batch.structs(batchFields.buffers, 16).map((at) => {
    const [offset, length] = [reader.int64(at), reader.int64(at + 8)];
    if (offset < 0 || length < 0 || offset + length > bodyLength) {
      throw damaged(`values at bytes ${offset} to ${offset + length} of ${bodyLength}`);
    }
    return [body + offset, length] as const;
  });
  // A value takes at least one bit; a column of type Null takes none.
  const isCompressed = batch.object(batchFields.compression) !== undefined;
  if (!isCompressed && buffers.length > 0 && rows > bodyLength * 8)
    throw damaged(`${rows} rows in ${bodyLength} bytes`);
  for (const at of batch.structs(batchFields.variadicCounts, 8)) {
    const count = reader.int64(at);
    if (count < 0 || count > buffers.length) throw damaged(`${count} buffers of ${buffers.length}`);
  }
  return { rows, isCompressed, nulls, buffers };
}
