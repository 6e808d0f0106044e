import type { ChartLine } from "./chart-line.js";
import { COLOR } from "./plot-style.js";

/** The ROC curve of guessing. */
export const chanceCurve: ChartLine = {
  points: [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ],
  label: "Chance",
  detail: "AUC = 0.500",
  color: COLOR.reference,
  lineWidth: 1.5,
  dash: [6, 4],
};
