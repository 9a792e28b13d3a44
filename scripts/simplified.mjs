#!/usr/bin/env node
// Makes src/shared/text/simplified-data.ts anew. Not part of the build: `npm install --no-save opencc-js@1 &&
// node scripts/simplified.mjs`.
// opencc-js is licensed under MIT, its dictionaries (OpenCC) under Apache-2.0. Only single characters are
// taken: a search does not need phrases.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Converter } from "opencc-js";
import { root } from "./terminal.mjs";

const converters = ["t", "hk", "tw"].map((from) => Converter({ from, to: "cn" }));
const pairs = [];
for (let point = 0x3400; point <= 0x9fff; point += 1) {
  const character = String.fromCodePoint(point);
  const found = converters
    .map((convert) => convert(character))
    .find((text) => text !== character && text.length === 1);
  if (found) pairs.push(character + found);
}
const head = `/** Traditional characters, each followed by its simplified one. Made by scripts/simplified.mjs from opencc-js (MIT; dictionaries of OpenCC, Apache-2.0). */`;
const lines = [];
for (let at = 0; at < pairs.length; at += 60) lines.push(`  "${pairs.slice(at, at + 60).join("")}"`);
writeFileSync(
  join(root, "src/shared/text/simplified-data.ts"),
  `${head}\nexport const SIMPLIFIED_DATA =\n${lines.join(" +\n")};\n`,
);
