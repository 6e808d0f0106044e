/** A module of WebAssembly: its paths from the root, and the name that the TypeScript module exports. */
export interface WasmModule {
  readonly source: string;
  readonly output: string;
  readonly constant: string;
}

/** What `npm run wasm` generates. */
export const wasmModules: readonly WasmModule[] = [
  {
    source: "packages/ml/wasm/logistic.ts",
    output: "packages/ml/src/kernels/logistic-wasm.ts",
    constant: "LOGISTIC_WASM",
  },
  {
    source: "packages/ml/wasm/columns.ts",
    output: "packages/ml/src/kernels/column-wasm.ts",
    constant: "COLUMN_WASM",
  },
  {
    source: "packages/ml/wasm/histograms.ts",
    output: "packages/ml/src/kernels/histogram-wasm.ts",
    constant: "HISTOGRAM_WASM",
  },
  {
    source: "packages/workflow/wasm/csv-scanner.ts",
    output: "packages/workflow/src/dataset/scan/csv-scanner-wasm.ts",
    constant: "CSV_SCANNER_WASM",
  },
];
