import { Type } from "@uwdata/flechette";
import { ContractError } from "../definition/errors.js";
import { damaged, FlatObject, FlatReader } from "./flat-reader.js";

/** Size in bytes of the footer's length and the magic word after it. */
const trailer = 10;

/** Field numbers and message kinds from Arrow's format/File.fbs, Schema.fbs and Message.fbs. */
const footerFields = { schema: 1, dictionaries: 2, records: 3, metadata: 4 } as const;
const schemaFields = { fields: 1, metadata: 2 } as const;
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

/**
 * Compares all lengths in the metadata of an Arrow IPC file with the size of the file before it is decoded: because of one
 * damaged byte the decoder could allocate a list of two thousand million entries.
 *
 * @param bytes of a file that begins and ends with Arrow's magic word
 * @throws {ContractError} for the first length that does not fit, and for a column of a nested type
 */
export function checkArrowFile(bytes: Uint8Array): void {
  const reader = new FlatReader(bytes);
  const end = bytes.length - trailer;
  const length = reader.int32(end);
  if (length <= 0 || length > end) throw damaged(`a footer of ${length} bytes in ${bytes.length} bytes`);
  const footer = new FlatObject(reader, end - length);
  const columns = checkSchema(footer.object(footerFields.schema));
  footer.structs(footerFields.metadata, 4);
  for (const field of [footerFields.dictionaries, footerFields.records]) {
    for (const at of footer.structs(field, 24)) checkMessage(reader, reader.int64(at), columns);
  }
}

/** @returns the number of columns */
function checkSchema(schema: FlatObject | undefined): number {
  if (schema === undefined) throw damaged("no schema");
  schema.structs(schemaFields.metadata, 4);
  const fields = schema.objects(schemaFields.fields);
  for (const field of fields) {
    field.structs(fieldFields.metadata, 4);
    const type = field.uint8(fieldFields.type);
    if (nested.has(type) || field.structs(fieldFields.children, 4).length > 0) {
      const [name] = Object.entries(Type).find(([, id]) => id === type) ?? [type];
      throw new ContractError(
        `found column "${field.text(fieldFields.name)}" of Arrow type ${name}, expected numbers, or strings without missing values.`,
      );
    }
  }
  return fields.length;
}

function checkMessage(file: FlatReader, at: number, columns: number): void {
  // Newer versions of the format have a continuation marker (-1) before a message's length.
  const begin = file.int32(at) === -1 ? at + 8 : at + 4;
  const length = file.int32(begin - 4);
  if (length <= 0) throw damaged(`a message of ${length} bytes at byte ${at}`);
  const message = new FlatObject(file.part(begin, length), 0);
  const bodyLength = message.int64(messageFields.bodyLength);
  file.part(begin + length, bodyLength);
  const kind = message.uint8(messageFields.kind);
  const content = message.object(messageFields.content);
  if (kind === kinds.recordBatch && content !== undefined) checkBatch(content, bodyLength, columns);
  if (kind !== kinds.dictionaryBatch) return;
  const values = content?.object(1);
  if (values !== undefined) checkBatch(values, bodyLength, 1);
}

function checkBatch(batch: FlatObject, bodyLength: number, columns: number): void {
  const { reader } = batch;
  const rows = batch.int64(batchFields.length);
  const nodes = batch.structs(batchFields.nodes, 16);
  if (nodes.length !== columns) throw damaged(`${nodes.length} columns of values in a table of ${columns}`);
  for (const at of nodes) {
    const [length, nulls] = [reader.int64(at), reader.int64(at + 8)];
    if (length !== rows || rows < 0) throw damaged(`a column of ${length} rows in a table of ${rows}`);
    if (nulls < 0 || nulls > length) throw damaged(`${nulls} missing values in ${length} rows`);
  }
  const buffers = batch.structs(batchFields.buffers, 16);
  for (const at of buffers) {
    const [offset, length] = [reader.int64(at), reader.int64(at + 8)];
    if (offset < 0 || length < 0 || offset + length > bodyLength) {
      throw damaged(`values at bytes ${offset} to ${offset + length} of ${bodyLength}`);
    }
  }
  // A value takes at least one bit; a column of type Null takes none.
  const isUncompressed = batch.object(batchFields.compression) === undefined;
  if (isUncompressed && buffers.length > 0 && rows > bodyLength * 8)
    throw damaged(`${rows} rows in ${bodyLength} bytes`);
  for (const at of batch.structs(batchFields.variadicCounts, 8)) {
    const count = reader.int64(at);
    if (count < 0 || count > buffers.length) throw damaged(`${count} buffers of ${buffers.length}`);
  }
}
