/** Decides when a fit stops: once none of the last losses is better than the one before them. */
export class EarlyStopping {
  readonly #losses: number[] = [];
  readonly #nIterNoChange: number;
  readonly #tol: number;

  /**
   * @param nIterNoChange number of iterations without improvement
   * @param tol by how much the loss must fall to have improved
   */
  constructor(nIterNoChange: number, tol: number) {
    this.#nIterNoChange = nIterNoChange;
    this.#tol = tol;
  }

  /**
   * Takes the next loss: first the one before any tree.
   * @returns whether to stop
   * @see scikit-learn, ensemble/_hist_gradient_boosting/gradient_boosting.py, _should_stop
   */
  shouldStop(loss: number): boolean {
    this.#losses.push(loss);
    const reference = this.#losses.at(-this.#nIterNoChange - 1);
    if (reference === undefined) return false;
    return this.#losses.slice(-this.#nIterNoChange).every((recent) => !(-recent > -reference + this.#tol));
  }
}
