import { type Html, type HtmlContent, markup } from "../html.js";

export interface Image {
  /** Unique in the page: title and description are referenced by it. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Text alternative for readers who cannot see the picture. */
  readonly description: string;
}

/** An inline SVG that scales with its container; screen readers announce it as one image. */
export function svgImage({ id, width, height, title, description }: Image, drawing: HtmlContent): Html {
  return markup`<svg class="chart" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-description" viewBox="0 0 ${width} ${height}">
<title id="${id}-title">${title}</title>
<desc id="${id}-description">${description}</desc>
${drawing}
</svg>`;
}

/** Rounds a coordinate to a tenth of a unit, which is invisible and keeps the page small. */
export function coordinate(value: number): number {
  return Number(value.toFixed(1));
}
