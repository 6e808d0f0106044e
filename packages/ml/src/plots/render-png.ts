import type { ChartConfiguration } from "chart.js";
import { registerFont } from "./register-font.js";

/**
 * Draws a chart on white, as a PNG of exactly this size. The same chart gives the same bytes, on the same version of
 * the canvas. Chart.js and the canvas are loaded by the first call, which takes about 0.1 s.
 * @param width in pixels
 * @param height in pixels
 */
export async function renderPng(
  configuration: ChartConfiguration,
  width: number,
  height: number,
): Promise<Uint8Array> {
  await registerFont();
  const module = await import("chartjs-node-canvas");
  // It is CommonJS: a bundler that splits code gives it a default export only, tsx gives it all others but that one.
  const { ChartJSNodeCanvas } = module.default ?? module;
  const renderer = new ChartJSNodeCanvas({ width, height, backgroundColour: "white" });
  // Synchronous, because the asynchronous one does not work with this canvas.
  return new Uint8Array(renderer.renderToBufferSync(configuration));
}
