import type { ChartConfiguration, Plugin } from "chart.js";
import type { ChartJSNodeCanvas } from "chartjs-node-canvas";
import { registerFont } from "./register-font.js";

/** One renderer for each size: each brings a Chart.js of its own, which Node keeps for as long as the process runs. */
const renderers = new Map<string, ChartJSNodeCanvas>();

/** The renderer's own background is registered once for a process, with the size of the first picture. */
const whiteBackground: Plugin = {
  id: "white-background",
  beforeDraw({ ctx, width, height }) {
    ctx.save();
    ctx.fillStyle = "white";
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
};

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
  const renderer = await rendererOf(width, height);
  const plugins = [whiteBackground, ...(configuration.plugins ?? [])];
  // Synchronous, because the asynchronous one does not work with this canvas.
  return new Uint8Array(renderer.renderToBufferSync({ ...configuration, plugins }));
}

async function rendererOf(width: number, height: number): Promise<ChartJSNodeCanvas> {
  const size = `${width}x${height}`;
  const module = await import("chartjs-node-canvas");
  // It is CommonJS: a bundler that splits code gives it a default export only, tsx gives it all others but that one.
  const { ChartJSNodeCanvas: Renderer } = module.default ?? module;
  const renderer = renderers.get(size) ?? new Renderer({ width, height });
  renderers.set(size, renderer);
  return renderer;
}
