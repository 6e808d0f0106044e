#!/usr/bin/env node
import { runArgoLint } from "../dist/cli/main.js";

await runArgoLint(process.argv.slice(2));
