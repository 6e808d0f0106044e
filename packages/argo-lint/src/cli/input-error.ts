/** A path, an option or a file that the user can correct. Only the message is shown, without a stack trace. */
export class InputError extends Error {
  override name = "InputError";
  /** Marks the message as meant for the user, for a program that runs the linter. */
  readonly isUserError = true;

  /** @param isUsage whether the call was wrong (exit code 2), not a file's content or state (exit code 1) */
  constructor(
    message: string,
    readonly isUsage: boolean,
  ) {
    super(message);
  }
}
