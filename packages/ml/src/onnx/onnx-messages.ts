import { protobufMessage } from "./protobuf-message.js";

/** `TensorProto.DataType`. */
export const elementType = { int64: 7, string: 8, double: 11 } as const;
export type ElementType = keyof typeof elementType;

/** Numbers or texts, row by row. */
export type TensorValues =
  | { readonly type: "double" | "int64"; readonly values: readonly number[] }
  | { readonly type: "string"; readonly values: readonly string[] };

/** `TensorProto`: constant values. @param shape the product of its numbers is the number of values */
export function tensorMessage(name: string, shape: readonly number[], tensor: TensorValues): Uint8Array {
  return protobufMessage([
    [1, shape],
    [2, elementType[tensor.type]],
    tensor.type === "string"
      ? [6, tensor.values.map((text) => new TextEncoder().encode(text))]
      : [9, littleEndian(tensor.type, tensor.values)],
    [8, name],
  ]);
}

function littleEndian(type: "double" | "int64", values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((value, i) => {
    if (type === "double") view.setFloat64(8 * i, value, true);
    else view.setBigInt64(8 * i, BigInt(value), true);
  });
  return new Uint8Array(view.buffer);
}

/** The value of an attribute of a node. */
export type AttributeValue =
  | { readonly int: number }
  | { readonly ints: readonly number[] }
  | { readonly strings: readonly string[] };

/** `AttributeProto`. */
function attributeMessage(name: string, value: AttributeValue): Uint8Array {
  if ("int" in value)
    return protobufMessage([
      [1, name],
      [20, 2],
      [3, value.int],
    ]);
  if ("ints" in value)
    return protobufMessage([
      [1, name],
      [20, 7],
      [8, value.ints],
    ]);
  return protobufMessage([
    [1, name],
    [20, 8],
    [9, value.strings],
  ]);
}

/** One operator of the graph. */
export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  /** Default: the operators of ONNX itself. */
  readonly domain?: "ai.onnx.ml";
}

/** `NodeProto`. */
export function nodeMessage(node: OnnxNode): Uint8Array {
  const { operator, inputs, output, attributes = {}, domain = "" } = node;
  return protobufMessage([
    [1, inputs],
    [2, output],
    [3, `node ${output}`],
    [4, operator],
    [5, Object.entries(attributes).map(([name, value]) => attributeMessage(name, value))],
    [7, domain],
  ]);
}

/** `ValueInfoProto` of an input or output: one column with as many rows as wanted. */
export function columnMessage(name: string, type: ElementType): Uint8Array {
  const shape = protobufMessage([[1, [protobufMessage([[2, "rows"]]), protobufMessage([[1, 1]])]]]);
  const tensor = protobufMessage([
    [1, elementType[type]],
    [2, shape],
  ]);
  return protobufMessage([
    [1, name],
    [2, protobufMessage([[1, tensor]])],
  ]);
}
