import { main } from "@tiphys/workflow/cli";
import { modelTrainingPipeline } from "../src/workflow.js";
import * as foreign from "./external-workflows.js";
import * as workflows from "./workflows.js";

/** The program of the image for end-to-end tests: the project's workflow and those of the tests. */
await main({ workflows: [modelTrainingPipeline, ...Object.values(workflows), ...Object.values(foreign)] });
