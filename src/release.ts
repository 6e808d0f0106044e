/** What a release must be: `.github/workflows/release.yml` holds the training run's results against it. */
export const release = {
  /** The least values of metrics on the test rows, by their names in metrics.json. A release below them fails. */
  minimumMetrics: { accuracy: 0.7, rocAuc: 0.75 },
  /** Which of the run's files are attached to the release. */
  files: ["report.txt", "page.html", "metrics.json", "rocCurve.png", "model.json"],
};
