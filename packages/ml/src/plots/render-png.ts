import type { ChartConfiguration, Plugin } from "chart.js";
import type { ChartJSNodeCanvas } from "chartjs-node-canvas";
import { registerFont } from "./register-font.js";

/** One renderer for each size: each loads its own Chart.js, which stays in memory for the life of the process. */
const renderers = new Map<string, ChartJSNodeCanvas>();

/** Replaces the renderer's own background, which is registered once a process, with the size of the first picture. */
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
 * Renders a chart on white as a PNG. With the same version of the canvas, the same chart gives the same bytes. The first
 * call loads Chart.js and the canvas, which takes about 0.1 s.
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
  // Synchronous: the asynchronous method does not work with this canvas.
  return new Uint8Array(renderer.renderToBufferSync({ ...configuration, plugins }));
}

async function rendererOf(width: number, height: number): Promise<ChartJSNodeCanvas> {
  const size = `${width}x${height}`;
  const module = await import("chartjs-node-canvas");
  // It is CommonJS: bundlers that split code give it a default export only, tsx only the named ones.
  const { ChartJSNodeCanvas: Renderer } = module.default ?? module;
  const renderer = renderers.get(size) ?? new Renderer({ width, height });
  renderers.set(size, renderer);
  return renderer;
}
