/** Exit codes of the command line. */
export const exitCode = {
  succeeded: 0,
  failed: 1,
  usage: 2,
  incomplete: 3,
  unreachable: 75,
  interrupted: 130,
} as const;
