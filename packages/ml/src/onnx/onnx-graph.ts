import {
  type AttributeValue,
  columnMessage,
  type ElementType,
  nodeMessage,
  type OnnxNode,
  type TensorValues,
  tensorMessage,
} from "./onnx-messages.js";
import { protobufMessage } from "./protobuf-message.js";

/** Versions of the format (IR) and of the operator sets: those of ONNX 1.8 of 2020, so that every runtime since then reads it. */
const versions = { ir: 7, onnx: 13, ml: 2 };

/** The metadata's name of the texts of each column of categories, as JSON. */
const categoriesKey = "tiphys.categories";

/** A column that goes into the model or comes out of it: a tensor with one row for each row of the table, and one column. */
export interface OnnxColumn {
  readonly name: string;
  readonly type: ElementType;
}

/** Collects the operators of a model. Values have names; a name that is taken gets a number. */
export class OnnxGraph {
  readonly #nodes: Uint8Array[] = [];
  readonly #constants: Uint8Array[] = [];
  readonly #taken: Set<string>;
  readonly #categories = new Map<string, readonly string[]>();
  readonly #inputs: readonly OnnxColumn[];

  constructor(inputs: readonly OnnxColumn[]) {
    this.#inputs = inputs;
    this.#taken = new Set(inputs.map(({ name }) => name));
  }

  /** Adds constant values. @returns their name */
  constant(name: string, shape: readonly number[], tensor: TensorValues): string {
    const free = this.#freeName(name);
    this.#constants.push(tensorMessage(free, shape, tensor));
    return free;
  }

  /** Adds an operator. @returns the name of its output */
  add(
    operator: string,
    inputs: readonly string[],
    output: string,
    options: {
      readonly attributes?: Record<string, AttributeValue>;
      readonly domain?: OnnxNode["domain"];
    } = {},
  ): string {
    const free = this.#freeName(output);
    const { attributes = {}, domain } = options;
    const node = { operator, inputs, output: free, attributes };
    this.#nodes.push(nodeMessage(domain === undefined ? node : { ...node, domain }));
    return free;
  }

  /** Says in the file's metadata which texts a column of categories may have. */
  describeCategories(column: string, texts: readonly string[]): void {
    this.#categories.set(column, texts);
  }

  /**
   * The file's content, a `ModelProto`.
   * @param outputs values that operators of this graph gave
   */
  toBytes(name: string, description: string, outputs: readonly OnnxColumn[]): Uint8Array {
    const columns = (list: readonly OnnxColumn[]) => list.map((each) => columnMessage(each.name, each.type));
    const graph = protobufMessage([
      [1, this.#nodes],
      [2, name],
      [5, this.#constants],
      [11, columns(this.#inputs)],
      [12, columns(outputs)],
    ]);
    return protobufMessage([
      [1, versions.ir],
      [2, "@tiphys/ml"],
      [6, description],
      [7, graph],
      [8, [operatorSet("", versions.onnx), operatorSet("ai.onnx.ml", versions.ml)]],
      [14, this.#metadata()],
    ]);
  }

  /** `StringStringEntryProto`s. */
  #metadata(): Uint8Array[] {
    if (this.#categories.size === 0) return [];
    return [
      protobufMessage([
        [1, categoriesKey],
        [2, JSON.stringify(Object.fromEntries(this.#categories))],
      ]),
    ];
  }

  #freeName(wanted: string): string {
    let name = wanted;
    for (let next = 2; this.#taken.has(name); next++) name = `${wanted}_${next}`;
    this.#taken.add(name);
    return name;
  }
}

function operatorSet(domain: string, version: number): Uint8Array {
  return protobufMessage([
    [1, domain],
    [2, version],
  ]);
}
