import { main } from "@pipeline/workflow/cli";
import { modelTrainingPipeline } from "../src/workflow.js";
import { examples } from "./all.js";

// One image runs the steps of all examples and those of the project.
await main({ workflows: [modelTrainingPipeline, ...examples.map(({ workflow }) => workflow)] });
