import type { Options } from "./options.js";
import type { Dialogue } from "./plan-project.js";
import { questions } from "./plan-project.js";
import { progressOn } from "./progress.js";
import { onTerminal, takingProposals } from "./questions.js";

/** Asks on a terminal; with --yes, or without a terminal, takes the proposals. */
export function dialogueFor({ yes, folder }: Options): Dialogue {
  const progress = progressOn(process.stderr);
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  if (isTerminal && !yes) return { asked: onTerminal, progress };
  const required = new Map(
    yes
      ? []
      : [[questions.target, "--target"], ...(folder === undefined ? [[questions.name, "--name"]] : [])].map(
          ([asked = "", flag = ""]) => [asked, flag] as const,
        ),
  );
  return { asked: takingProposals(required), progress };
}
