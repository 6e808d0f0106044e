import { type Html, type HtmlContent, markup } from "../html.js";

export interface Image {
  /** Unique in the page: the title and the description are found by it. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What a reader who does not see the picture should know. */
  readonly description: string;
}

/** An inline SVG that scales with its container and is read out as one image. */
export function svgImage({ id, width, height, title, description }: Image, drawing: HtmlContent): Html {
  return markup`<svg class="chart" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-description" viewBox="0 0 ${width} ${height}">
<title id="${id}-title">${title}</title>
<desc id="${id}-description">${description}</desc>
${drawing}
</svg>`;
}

/** Rounds a coordinate: a tenth of a unit is less than the eye sees, and keeps the page small. */
export function coordinate(value: number): number {
  return Number(value.toFixed(1));
}
