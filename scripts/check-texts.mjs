#!/usr/bin/env node
// A text that no file shows is a text that nobody keeps true: every key of a *.messages.ts is named where its
// set is used.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./terminal.mjs";

const files = readdirSync(join(root, "src"), { recursive: true }).filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name),
);
const sources = files.map((name) => ({ name, text: readFileSync(join(root, "src", name), "utf8") }));
const unsaid = sources
  .filter(({ name }) => name.endsWith(".messages.ts"))
  .flatMap(({ name, text }) => setsIn(text).flatMap((set) => unsaidIn(set, name)));
for (const line of unsaid) console.error(line);
console.log(unsaid.length === 0 ? "every text is said somewhere" : `${unsaid.length} texts are said nowhere`);
process.exit(unsaid.length === 0 ? 0 : 1);

function setsIn(text) {
  return [...text.matchAll(/export const (\w+) = (?:defineMessages\()?\{\n(.*?)\n\}/gs)].map(
    ([, set, body]) => ({
      set,
      keys: [...body.matchAll(/^ {2}([a-z]\w*):/gim)].map(([, key]) => key),
    }),
  );
}

/**
 * Said is what a file that knows the set reads by name; where a set is looked into by a computed name, a key
 * that any file but its own mentions.
 */
function unsaidIn({ set, keys }, home) {
  const others = sources.filter(({ name }) => name !== home);
  const users = others.filter(({ text }) => new RegExp(`\\b${set}\\b`).test(text)).map(({ text }) => text);
  const names = [
    set,
    ...users.flatMap((text) => text.match(new RegExp(`(?<=\\b${set} as )\\w+`)) ?? []),
  ].join("|");
  const isComputed = users.some((text) =>
    new RegExp(`\\bin (?:${names})\\b|Object\\.\\w+\\((?:${names})\\)|\\b(?:${names})\\[`).test(text),
  );
  const said = isComputed
    ? others.filter(({ name }) => !name.endsWith(".messages.ts")).map(({ text }) => text)
    : users;
  const ends = users.flatMap((text) => [...text.matchAll(/\}(\w+)`/g)].map(([, end]) => end));
  const isSaid = (key) =>
    ends.some((end) => key.endsWith(end)) ||
    said.some((text) =>
      new RegExp(isComputed ? `\\b${key}\\b` : `[.]${key}\\b|["'\`]${key}["'\`]`).test(text),
    );
  return keys.filter((key) => !isSaid(key)).map((key) => `src/${home}: ${set}.${key}`);
}
