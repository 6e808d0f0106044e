import { main } from "@tiphys/workflow/cli";
import { modelTrainingPipeline } from "./workflow.js";

await main({ workflows: [modelTrainingPipeline] });
