import type { Browser } from "@playwright/test";

/** Pictures of one height side by side, as one WebP, which the browser writes. */
export async function inARow(browser: Browser, pictures: Buffer[], radius = pictures.length > 1 ? 20 : 8): Promise<Buffer> {
  // No page's security policy has a say in an empty one.
  const workshop = await browser.newPage();
  const written = await workshop.evaluate(
    async ({ sources, radius }) => {
      const GAP = 24;
      const QUALITY = 0.8;
      const images = await Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = `data:image/png;base64,${source}`;
          await image.decode();
          return image;
        }),
      );
      const canvas = document.createElement("canvas");
      canvas.width = images.reduce((sum, { width }) => sum + width + GAP, -GAP);
      canvas.height = Math.max(...images.map(({ height }) => height));
      const pen = canvas.getContext("2d")!;
      let left = 0;
      for (const image of images) {
        pen.save();
        pen.beginPath();
        pen.roundRect(left, 0, image.width, image.height, radius);
        pen.clip();
        pen.drawImage(image, left, 0);
        pen.restore();
        left += image.width + GAP;
      }
      return canvas.toDataURL("image/webp", QUALITY).split(",")[1]!;
    },
    { sources: pictures.map((picture) => picture.toString("base64")), radius },
  );
  await workshop.close();
  return Buffer.from(written, "base64");
}
