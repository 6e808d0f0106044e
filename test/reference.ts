/** What scikit-learn answers on data/diabetes.csv, split with test_size=0.2 and random_state=42. */
export { loadDiabetes, reference } from "../packages/ml/test/diabetes.js";
export { largestRelativeError } from "../packages/ml/test/relative-error.js";
