import { type ChildProcess, spawn } from "node:child_process";

/** Whether processes can lead groups of their own here: Windows has no groups that signals reach. */
const hasGroups = process.platform !== "win32";

/**
 * What a process that runs steps is started with: the leader of a group of its own. Ctrl-C and a vanished terminal do not
 * reach it, as its parent decides what becomes of it, and it can be killed with what the step started.
 */
export const ownGroup = { detached: hasGroups } as const;

/** Ends a process by force, with those that it started. */
export function killGroup(child: ChildProcess): void {
  try {
    if (hasGroups && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  } catch {
    // It has ended.
  }
}

/**
 * Reads `+ID` and `-ID` of groups that begin and end. At the end of its input, which comes when the parent is gone in
 * whatever way, it kills those that are left.
 */
const guard = `
ids=" "
while read -r op id; do
  case $op in
    +) ids="$ids$id " ;;
    -) case $ids in *" $id "*) ids="\${ids%%" $id "*} \${ids#*" $id "}" ;; esac ;;
  esac
done
for id in $ids; do kill -9 "-$id" 2>/dev/null; done
`;

/**
 * The groups of the processes that run steps. They end with this process, also where it is killed and cannot end them itself;
 * Ctrl-Z stops them with it.
 */
export class ProcessGroups {
  readonly #leaders = new Set<ChildProcess>();
  #guard: ChildProcess | undefined;

  /** Takes in a process that was started with {@link ownGroup}. */
  add(leader: ChildProcess): void {
    if (!hasGroups || leader.pid === undefined) return;
    if (this.#guard === undefined) {
      this.#guard = startGuard();
      follow(this);
    }
    this.#leaders.add(leader);
    this.#tell(`+ ${leader.pid}`);
    leader.once("exit", () => {
      this.#leaders.delete(leader);
      this.#tell(`- ${leader.pid}`);
    });
  }

  /** Kills all that are left. */
  close(): void {
    for (const leader of this.#leaders) killGroup(leader);
    this.#leaders.clear();
    this.#guard?.kill("SIGKILL");
    this.#guard = undefined;
    unfollow(this);
  }

  #tell(line: string): void {
    this.#guard?.stdin?.write(`${line}\n`);
  }

  /** Sends a signal to all groups. */
  signal(signal: NodeJS.Signals): void {
    for (const { pid } of this.#leaders) {
      try {
        if (pid !== undefined) process.kill(-pid, signal);
      } catch {
        // It has ended.
      }
    }
  }
}

/** Those that Ctrl-Z stops; one listener serves all, as this process stops within it. */
const followed = new Set<ProcessGroups>();

function follow(groups: ProcessGroups): void {
  if (followed.size === 0) process.on("SIGTSTP", stopAll).on("SIGCONT", continueAll);
  followed.add(groups);
}

function unfollow(groups: ProcessGroups): void {
  followed.delete(groups);
  if (followed.size === 0) process.off("SIGTSTP", stopAll).off("SIGCONT", continueAll);
}

function stopAll(): void {
  for (const groups of followed) groups.signal("SIGSTOP");
  process.kill(process.pid, "SIGSTOP");
}

function continueAll(): void {
  for (const groups of followed) groups.signal("SIGCONT");
}

function startGuard(): ChildProcess {
  const child = spawn("/bin/sh", ["-c", guard], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  // Without a shell nothing is guarded; a warm worker still ends when it finds its parent gone.
  child.on("error", () => {});
  child.stdin.on("error", () => {});
  child.unref();
  // Neither is its pipe to keep this process alive.
  if ("unref" in child.stdin && typeof child.stdin.unref === "function") child.stdin.unref();
  return child;
}
