/** A mistake that the user can fix. Only its message is shown, without a stack trace. */
export class UserError extends Error {
  override name = "UserError";
}

/** The definition of a step or workflow has a mistake that types cannot catch. */
export class DefinitionError extends UserError {
  override name = "DefinitionError";
}

/** A value breaks the contract of its codec or schema. A retry would not help: exit code 65. */
export class ContractError extends UserError {
  override name = "ContractError";
}

/** The command or a function was called with invalid arguments: exit code 2. */
export class UsageError extends UserError {
  override name = "UsageError";
}

/**
 * Thrown by a step whose failure may be temporary (a network error, a busy server): exit code 75.
 * Retried like any other failure, but distinguishable in the cluster's events and in the run's record.
 */
export class TransientError extends UserError {
  override name = "TransientError";
}

/** A step needs something that this machine does not have, such as a container runtime or the cluster: exit code 69. */
export class UnavailableError extends UserError {
  override name = "UnavailableError";
}

/**
 * Converts an error with `isUserError: true` to a {@link UserError}, so that a library can mark its messages as meant for
 * the user without importing this package. Returns any other error unchanged.
 */
export function asUserError(error: unknown): unknown {
  const says = error instanceof Error && "isUserError" in error && error.isUserError === true;
  return says ? new UserError(error.message, { cause: error }) : error;
}

/** Exit codes of a step, on this machine and in a pod (from BSD's sysexits.h where one applies). */
export const exitCodes = {
  succeeded: 0,
  failed: 1,
  usage: 2,
  contract: 65,
  unavailable: 69,
  transient: 75,
  /** As of coreutils' timeout. */
  timedOut: 124,
} as const;

/** The exit code for an error that a step threw. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof ContractError) return exitCodes.contract;
  if (error instanceof TransientError) return exitCodes.transient;
  if (error instanceof UsageError) return exitCodes.usage;
  if (error instanceof UnavailableError) return exitCodes.unavailable;
  return exitCodes.failed;
}

/** Exit codes after which a retry would not help. */
export const finalExitCodes: readonly number[] = [exitCodes.usage, exitCodes.contract, exitCodes.unavailable];

/** Whether a step that ended with this exit code is retried. A lost process has no code and is retried. */
export function isRetried(exitCode: number | undefined): boolean {
  return exitCode === undefined || !finalExitCodes.includes(exitCode);
}
