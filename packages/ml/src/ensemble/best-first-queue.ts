/**
 * A queue whose first item is one of the greatest gain; equal gains in the order of Python's heapq.
 * @see Python, Lib/heapq.py, heappush and heappop
 */
export class BestFirstQueue<Item> {
  readonly #items: { readonly gain: number; readonly item: Item }[] = [];

  get size(): number {
    return this.#items.length;
  }

  push(gain: number, item: Item): void {
    this.#items.push({ gain, item });
    this.#moveUp(this.#items.length - 1);
  }

  /** Takes the first item out. Undefined when there is none. */
  pop(): Item | undefined {
    const last = this.#items.pop();
    const [first] = this.#items;
    if (last === undefined || first === undefined) return last?.item;
    this.#items[0] = last;
    this.#moveDown();
    return first.item;
  }

  #moveUp(from: number): void {
    const moved = this.#items[from];
    if (moved === undefined) return;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.#items[parent];
      if (above === undefined || moved.gain <= above.gain) break;
      this.#items[at] = above;
      at = parent;
    }
    this.#items[at] = moved;
  }

  /** The first item goes to a leaf, along the greater children, and then up to its place. */
  #moveDown(): void {
    const items = this.#items;
    const [moved] = items;
    if (moved === undefined) return;
    let at = 0;
    for (let child = 1; child < items.length; child = 2 * at + 1) {
      const [left, right] = [items[child], items[child + 1]];
      const isRight = left !== undefined && right !== undefined && left.gain <= right.gain;
      const greater = isRight ? right : left;
      if (greater === undefined) break;
      items[at] = greater;
      at = isRight ? child + 1 : child;
    }
    items[at] = moved;
    this.#moveUp(at);
  }
}
