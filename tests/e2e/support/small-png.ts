import { deflateSync, inflateSync } from "node:zlib";
import { paletteOf } from "./few-colours.ts";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
/** The colour types of PNG (section 11.2.2) that a browser writes, by how many bytes a pixel has. */
const CHANNELS: Record<number, number> = { 2: 3, 6: 4 };
const BY_PALETTE = 3;
/** Where the header says the colour type. */
const TYPE_AT = 25;

/** The same picture with 256 colours at most, hardly to be told from before: a third of the bytes. */
export function smallPng(png: Buffer): Buffer {
  if (png[TYPE_AT] === BY_PALETTE) {
    return png;
  }
  const { width, height, pixels, channels } = decode(png);
  const { colours, index } = paletteOf(pixels, channels);
  // Each line begins with the number of its filter: of a palette's indices none is a step to the next.
  const lines = Buffer.alloc((width + 1) * height);
  for (let line = 0; line < height; line += 1) {
    for (let column = 0; column < width; column += 1) {
      lines[line * (width + 1) + 1 + column] = index[line * width + column]!;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, BY_PALETTE], 8);
  const data = deflateSync(lines, { level: 9, memLevel: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(colours.flat())),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}

/** The check sum of PNG (annex D). */
function crc32(data: Buffer): number {
  let sum = ~0;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
    }
  }
  return ~sum >>> 0;
}

/** The pixels of a PNG as a browser writes it: 8 bits, not interlaced. */
function decode(png: Buffer) {
  const parts: Buffer[] = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const name = png.toString("latin1", at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    if (name === "IHDR") {
      [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
      channels = CHANNELS[data[9]!] ?? 0;
    } else if (name === "IDAT") {
      parts.push(data);
    }
    at += length + 12;
  }
  if (channels === 0) {
    throw new Error("This is no PNG that a browser has written.");
  }
  return { width, height, channels, pixels: unfiltered(inflateSync(Buffer.concat(parts)), width * channels, channels) };
}

/** Undoes the filters of PNG (section 9.2), each of which tells a byte by those to its left and above. */
function unfiltered(filtered: Buffer, stride: number, step: number): Buffer {
  const lines = filtered.length / (stride + 1);
  const pixels = Buffer.alloc(stride * lines);
  for (let line = 0; line < lines; line += 1) {
    const filter = filtered[line * (stride + 1)]!;
    for (let column = 0; column < stride; column += 1) {
      const at = line * stride + column;
      const left = column < step ? 0 : pixels[at - step]!;
      const above = line === 0 ? 0 : pixels[at - stride]!;
      const corner = line === 0 || column < step ? 0 : pixels[at - stride - step]!;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter]!;
      pixels[at] = filtered[line * (stride + 1) + 1 + column]! + guess;
    }
  }
  return pixels;
}

/** The neighbour that is nearest to what the three of them promise. */
function paeth(left: number, above: number, corner: number): number {
  const promise = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(promise - value)) as [number, number, number];
  if (toLeft <= toAbove && toLeft <= toCorner) {
    return left;
  }
  return toAbove <= toCorner ? above : corner;
}
