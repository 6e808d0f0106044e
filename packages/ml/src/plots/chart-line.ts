/** One line of a chart. The legend shows "label (detail)"; a line without a label is not in it. */
export interface ChartLine {
  readonly points: { x: number; y: number }[];
  readonly label: string;
  readonly detail: string;
  readonly color: string;
  /** In pixels. */
  readonly lineWidth: number;
  /** Lengths of dashes and gaps in pixels; none for a solid line. */
  readonly dash: readonly number[];
}
