/** An expression cannot be read. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";

  /**
   * @param message part of a sentence: `"=" is not expected here`
   * @param offset in the text, from 0, in UTF-16 code units
   */
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}
