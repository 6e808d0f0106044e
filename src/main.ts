import { main } from "@tiphys/workflow/cli";
import { comparison } from "./comparison.js";
import { modelTrainingPipeline } from "./workflow.js";

await main({ workflows: [modelTrainingPipeline], comparison });
