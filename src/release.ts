/** The conditions of a release: `.github/workflows/release.yml` compares the training run's results with them. */
export const release = {
  /** Minimum values of metrics on the test rows, by their names in metrics.json. A release below them fails. */
  minimumMetrics: { accuracy: 0.7, rocAuc: 0.75 },
  /** The files of the run that are attached to the release. */
  files: ["report.txt", "page.html", "metrics.json", "rocCurve.png", "model.json"],
};
