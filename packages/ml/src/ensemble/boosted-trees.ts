import { materialize, type Table } from "../columns.js";
import { requireColumns } from "../require-columns.js";
import type { StoredTrees } from "./boosted-trees-schema.js";
import type { BoostingOptions } from "./boosting-options.js";
import type { TreeFeature } from "./features.js";
import { predictTable } from "./predict-table.js";
import { Tree } from "./tree.js";

/** Stored trees that predict. */
export class BoostedTrees<Stored extends StoredTrees> {
  readonly stored: Stored;
  readonly #features: readonly TreeFeature[];
  readonly #trees: readonly Tree[];

  constructor(stored: Stored) {
    this.stored = stored;
    this.#features = stored.featureNames.map((name, position) => ({
      name,
      position,
      categories: stored.categories[position] ?? null,
    }));
    const isCategorical = this.#features.map(({ categories }) => categories !== null);
    this.#trees = stored.trees.map((tree) => new Tree(tree, isCategorical));
  }

  /**
   * Raw predictions: k arrays of n numbers.
   * @param estimator names the class in the error
   * @throws {ColumnMismatchError} naming missing and surplus columns
   */
  predict(estimator: string, x: Table): Float64Array[] {
    const table = materialize(x);
    requireColumns(estimator, this.stored.featureNames, table);
    return predictTable({ table, features: this.#features }, this.stored.baseline, this.#trees);
  }

  /** The options of the fit that are stored: neither the seed nor the weights of classes. */
  get options(): BoostingOptions {
    const { options, featureNames, categories } = this.stored;
    const categoricalFeatures = featureNames.filter((_, j) => typeof categories[j]?.[0] === "number");
    return { ...options, categoricalFeatures };
  }
}
