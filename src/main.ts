import { main } from "@pipeline/workflow/cli";
import { modelTrainingPipeline } from "./workflow.js";

await main({ workflows: [modelTrainingPipeline] });
