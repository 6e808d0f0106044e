/*
 * Compiles the packages' AssemblyScript sources to WebAssembly, and writes each as a TypeScript module with the bytes in
 * base64, which bundles and published packages contain like any other module.
 * Usage: npm run wasm
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { moduleText } from "./module-text.js";
import { type WasmModule, wasmModules } from "./modules.js";

const root = join(import.meta.dirname, "..", "..");
const compiler = join(import.meta.dirname, "node_modules", "assemblyscript", "bin", "asc.js");

/** The compiler's options: no garbage collector, no checks that the sources' own limits make needless. */
const options = ["--runtime", "stub", "-O3", "--converge", "--noAssert", "--enable", "simd"];

if (!existsSync(compiler)) {
  console.log("scripts/wasm: installing the compiler …");
  execFileSync("npm", ["ci", "--ignore-scripts", "--silent"], { cwd: import.meta.dirname, stdio: "inherit" });
}
const scratch = mkdtempSync(join(tmpdir(), "wasm-"));
try {
  for (const module of wasmModules) {
    const bytes = compile(module);
    writeFileSync(join(root, module.output), moduleText(module, bytes));
    console.log(`${module.output}: ${bytes.length} bytes of WebAssembly`);
  }
} finally {
  rmSync(scratch, { recursive: true });
}

function compile({ source }: WasmModule): Buffer {
  const file = join(scratch, "module.wasm");
  execFileSync(process.execPath, [compiler, source, ...options, "--outFile", file], {
    cwd: root,
    stdio: "inherit",
  });
  return readFileSync(file);
}
