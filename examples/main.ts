import { main } from "@tiphys/workflow/cli";
import { modelTrainingPipeline } from "../src/workflow.js";
import { examples } from "./all.js";
import { listExamples, namesNoExample } from "./list.js";

if (namesNoExample(process.argv.slice(2))) listExamples();
// One image has the steps of all examples and of the project.
else await main({ workflows: [modelTrainingPipeline, ...examples.map(({ workflow }) => workflow)] });
