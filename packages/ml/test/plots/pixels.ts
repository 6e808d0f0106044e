import { createCanvas, loadImage } from "@napi-rs/canvas";

/** A decoded picture. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of a pixel, 0 to 255. */
  at(x: number, y: number): readonly [number, number, number];
  /** How many pixels of a rectangle fulfil a condition. */
  count(
    area: { left: number; top: number; right: number; bottom: number },
    matches: (red: number, green: number, blue: number) => boolean,
  ): number;
}

/** Decodes a PNG. */
export async function decode(png: Uint8Array): Promise<Pixels> {
  const image = await loadImage(Buffer.from(png));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const at = (x: number, y: number) => {
    const i = 4 * (y * width + x);
    return [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0] as const;
  };
  return {
    width,
    height,
    at,
    count({ left, top, right, bottom }, matches) {
      let n = 0;
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) if (matches(...at(x, y))) n++;
      }
      return n;
    },
  };
}

/** Dark grey, as text is drawn. */
export function isDark(red: number, green: number, blue: number): boolean {
  return Math.max(red, green, blue) < 110;
}

/** The blue of the curve. */
export function isBlue(red: number, green: number, blue: number): boolean {
  return blue - red > 120 && green > 80 && green < 170;
}
