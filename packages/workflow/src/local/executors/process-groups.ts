import { type ChildProcess, spawn } from "node:child_process";

/** Whether this system has process groups that can receive signals. Windows has none. */
const hasGroups = process.platform !== "win32";

/**
 * Spawn options that make a process the leader of a new process group. Ctrl-C and a closed terminal then do not reach it,
 * because its parent decides when it ends, and it can be killed together with the processes that the step started.
 */
export const ownGroup = { detached: hasGroups } as const;

/** Kills a process and the processes that it started. */
export function killGroup(child: ChildProcess): void {
  try {
    if (hasGroups && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  } catch {
    // The process has already ended.
  }
}

/**
 * Reads `+ ID` and `- ID` for groups that start and end. When its input ends, which happens whenever the parent ends, it
 * kills the remaining groups.
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
 * The process groups of the processes that run steps. They end with this process, even if it is killed and cannot end them
 * itself. Ctrl-Z suspends them with it.
 */
export class ProcessGroups {
  readonly #leaders = new Set<ChildProcess>();
  #guard: ChildProcess | undefined;

  /** Adds a process that was started with {@link ownGroup}. */
  add(leader: ChildProcess): void {
    if (!hasGroups || leader.pid === undefined) return;
    if (this.#guard === undefined) {
      this.#guard = startGuard();
      follow(this);
    }
    this.#leaders.add(leader);
    this.#send(`+ ${leader.pid}`);
    leader.once("exit", () => {
      this.#leaders.delete(leader);
      this.#send(`- ${leader.pid}`);
    });
  }

  /** Kills all remaining groups. */
  close(): void {
    for (const leader of this.#leaders) killGroup(leader);
    this.#leaders.clear();
    this.#guard?.kill("SIGKILL");
    this.#guard = undefined;
    unfollow(this);
  }

  #send(line: string): void {
    this.#guard?.stdin?.write(`${line}\n`);
  }

  /** Sends a signal to all groups. */
  signal(signal: NodeJS.Signals): void {
    for (const { pid } of this.#leaders) {
      try {
        if (pid !== undefined) process.kill(-pid, signal);
      } catch {
        // The process has already ended.
      }
    }
  }
}

/** The groups that Ctrl-Z suspends. They share one listener, because this process stops inside the listener. */
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
  // Without a shell there is no guard; an idle worker still ends when its parent has ended.
  child.on("error", () => {});
  child.stdin.on("error", () => {});
  child.unref();
  // Its pipe must not keep this process alive either.
  if ("unref" in child.stdin && typeof child.stdin.unref === "function") child.stdin.unref();
  return child;
}
