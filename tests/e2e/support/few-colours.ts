/** Red, green and blue. */
type Colour = [number, number, number];

interface Counted {
  readonly colour: Colour;
  readonly count: number;
}

/** A palette: its colours, and for each pixel which of them it has. */
interface Palette {
  readonly colours: Colour[];
  readonly index: Uint8Array;
}

const MOST = 256;

/** The 256 colours at most that do for a picture, `channels` bytes a pixel: by median cut (Heckbert, 1982). */
export function paletteOf(pixels: Buffer, channels: number): Palette {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = pixels.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const boxes = cut([...counts].map(([colour, count]) => ({ colour: parts(colour), count })));
  const entries = boxes.flatMap((box, entry) => box.map(({ colour }) => [whole(colour), entry] as const));
  const entryOf = new Map(entries);
  const index = new Uint8Array(pixels.length / channels);
  for (let pixel = 0; pixel < index.length; pixel += 1) {
    index[pixel] = entryOf.get(pixels.readUIntBE(pixel * channels, 3))!;
  }
  return { colours: boxes.map(colourOf), index };
}

const parts = (colour: number): Colour => [colour >> 16, (colour >> 8) & 255, colour & 255];
const whole = ([red, green, blue]: Colour) => (red << 16) | (green << 8) | blue;

/** Cuts the colours into boxes of like ones: the widest in two, until there are enough. */
function cut(all: Counted[]): Counted[][] {
  const boxes = [all];
  while (boxes.length < MOST) {
    const widths = boxes.map((box) => widest(box).width);
    const width = Math.max(...widths);
    if (width === 0) {
      break;
    }
    const [box] = boxes.splice(widths.indexOf(width), 1) as [Counted[]];
    const { channel, least } = widest(box);
    const middle = least + width / 2;
    boxes.push(
      box.filter(({ colour }) => colour[channel] <= middle),
      box.filter(({ colour }) => colour[channel] > middle),
    );
  }
  return boxes;
}

/** In which of red, green and blue the colours of a box differ most. */
function widest(box: Counted[]) {
  const spread = ([0, 1, 2] as const).map((channel) => {
    let [least, most] = [255, 0];
    for (const { colour } of box) {
      least = Math.min(least, colour[channel]);
      most = Math.max(most, colour[channel]);
    }
    return { channel, least, width: most - least };
  });
  return spread.reduce((one, other) => (other.width > one.width ? other : one));
}

/**
 * The colour that stands for a box: the one that half of its pixels have, so that grounds and lines stay as they are; else
 * their mean.
 */
function colourOf(box: Counted[]): Colour {
  const commonest = box.reduce((one, other) => (other.count > one.count ? other : one));
  const pixels = box.reduce((sum, { count }) => sum + count, 0);
  if (commonest.count * 2 >= pixels) {
    return commonest.colour;
  }
  const mean = (channel: 0 | 1 | 2) => Math.round(box.reduce((sum, { colour, count }) => sum + colour[channel] * count, 0) / pixels);
  return [mean(0), mean(1), mean(2)];
}
