import { main } from "@pipeline/workflow/cli";
import { modelTrainingPipeline } from "../src/workflow.js";
import * as foreign from "./external-workflows.js";
import * as workflows from "./workflows.js";

/** The program of the image that end-to-end tests run: the project's workflow and the tests' own. */
await main({ workflows: [modelTrainingPipeline, ...Object.values(workflows), ...Object.values(foreign)] });
