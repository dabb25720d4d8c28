import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { smallPng } from "../support/small-png.ts";

const FOLDER = fileURLToPath(new URL("pictures", import.meta.url));

/** After the pictures were drawn anew: makes them small enough to be kept. */
export default function shrink(): void {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".png"))) {
    const file = path.join(FOLDER, name);
    writeFileSync(file, smallPng(readFileSync(file)));
  }
}
