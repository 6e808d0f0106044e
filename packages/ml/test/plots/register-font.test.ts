import { GlobalFonts } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { MlError } from "../../src/errors.js";
import { FONT_FAMILY, registerFont, registerFontFile } from "../../src/plots/register-font.js";

test("the font that ships with the package is known afterwards, however often it is registered", async () => {
  await registerFont();
  await registerFont();
  expect(GlobalFonts.families.filter(({ family }) => family === FONT_FAMILY)).toHaveLength(1);
});

test("a font file that cannot be read is an error that names it, not a picture without text", async () => {
  const registered = registerFontFile("/no/such/font.ttf", "No Such Font");
  await expect(registered).rejects.toThrow(MlError);
  await expect(registered).rejects.toThrow("The font /no/such/font.ttf could not be read");
});
