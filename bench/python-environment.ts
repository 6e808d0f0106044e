import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "python");

/** The Python environment of the comparison, created on first use; undefined without Python. */
export function pythonEnvironment(): { readonly python: string; readonly script: string } | undefined {
  const python = join(folder, ".venv", "bin", "python");
  try {
    if (!existsSync(python)) {
      console.log("Installing pandas and scikit-learn into bench/python/.venv …");
      execFileSync("python3", ["-m", "venv", join(folder, ".venv")], { stdio: "inherit" });
      const pip = ["-m", "pip", "install", "--quiet", "-r", join(folder, "requirements.txt")];
      execFileSync(python, pip, { stdio: "inherit" });
    }
    return { python, script: join(folder, "pipeline.py") };
  } catch (error) {
    console.log(`No comparison with Python: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}
