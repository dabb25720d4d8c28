// The module that wasm-bindgen writes, which starts the program.

import { appendFile } from "node:fs/promises";
import { join } from "node:path";

/** Lets the module in `folder` give what starts the program to public/boot.js, instead of being imported by it. */
export async function handOver(folder) {
  await appendFile(join(folder, "vps-portal.js"), "\nglobalThis.vpsPortal?.begin(__wbg_init);\n");
}
