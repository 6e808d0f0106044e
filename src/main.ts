import { main } from "@tiphys/workflow/cli";
import { comparison } from "./comparison.js";
import { modelExport } from "./model-export.js";
import { predict } from "./predict-workflow.js";
import { modelTrainingPipeline } from "./workflow.js";

await main({ workflows: [modelTrainingPipeline, predict], comparison, modelExport });
