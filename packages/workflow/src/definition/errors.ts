/** Something a person did or can mend: shown as its message alone, without a stack trace. */
export class UserError extends Error {
  override name = "UserError";
}

/** The definition of a step or workflow is wrong in a way that types cannot see. */
export class DefinitionError extends UserError {
  override name = "DefinitionError";
}

/** A value breaks the contract of its codec or schema. Running the step again would not help: exit code 65. */
export class ContractError extends UserError {
  override name = "ContractError";
}

/** The command or a function was called in a way that cannot be carried out: exit code 2. */
export class UsageError extends UserError {
  override name = "UsageError";
}

/**
 * Thrown by a step whose failure may pass by itself (a network, a busy server): exit code 75.
 * Retried like any other failure, but told apart in the cluster's events and in the run's record.
 */
export class TransientError extends UserError {
  override name = "TransientError";
}

/** A step needs what this machine does not have, such as a container runtime or the cluster: exit code 69. */
export class UnavailableError extends UserError {
  override name = "UnavailableError";
}

/**
 * What a step threw, as this package's own error where a library says by `isUserError: true` that its message is for
 * the user: a library need not know this package.
 */
export function asUserError(error: unknown): unknown {
  const says = error instanceof Error && "isUserError" in error && error.isUserError === true;
  return says ? new UserError(error.message, { cause: error }) : error;
}

/** Exit codes of a step, on a laptop and in a pod (numbers from BSD's sysexits.h where one fits). */
export const exitCodes = {
  succeeded: 0,
  failed: 1,
  usage: 2,
  contract: 65,
  unavailable: 69,
  transient: 75,
} as const;

/** The exit code that stands for what a step threw. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof ContractError) return exitCodes.contract;
  if (error instanceof TransientError) return exitCodes.transient;
  if (error instanceof UsageError) return exitCodes.usage;
  if (error instanceof UnavailableError) return exitCodes.unavailable;
  return exitCodes.failed;
}

/** Exit codes that trying again would not change. */
export const finalExitCodes: readonly number[] = [exitCodes.usage, exitCodes.contract, exitCodes.unavailable];

/** Whether a retry strategy repeats a step that ended with this code; a lost process has no code and is repeated. */
export function isRetried(exitCode: number | undefined): boolean {
  return exitCode === undefined || !finalExitCodes.includes(exitCode);
}
