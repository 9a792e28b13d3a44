#!/usr/bin/env node
// A statement says what its rows are (`statement`, src/engine/schema/statement.ts), so that PostgreSQL can be
// asked whether that is so; a type that is only put in brackets is believed by everybody and checked by
// nobody. Statements of records with all their fields are made of the catalog and stay dynamic.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { root } from "./terminal.mjs";

/** How many there are left: the number may only fall. */
const MOST = Number(process.env.MOST ?? 0);
const BELIEVED = /\.query<(?!(?:Found|Version)?Row\b)|\.query<(?:Found)?Row\b/g;
/** Rows of records with whatever fields they have. */
const isDynamic = (source, text) =>
  /^\.query<(?:Found)?Row$/.test(text) &&
  /import [^;]*\b(?:Found)?Row\b[^;]* from "[^"]*\/(?:engine\/public|insight-row)\.ts"/.test(source);
/** The test of all statements finds only what is exported. */
const HIDDEN = /^(?:const|let) \w+ = (?:statement|command)\(/gm;

const files = readdirSync(join(root, "src", "modules"), { recursive: true, withFileTypes: true })
  .filter(
    (entry) => entry.isFile() && entry.name.endsWith(".ts") && !/\.(?:test|fixture)\.ts$/.test(entry.name),
  )
  .map((entry) =>
    relative(root, join(entry.parentPath ?? entry.path, entry.name))
      .split(sep)
      .join("/"),
  );
const found = (pattern) =>
  files.flatMap((path) => {
    const source = readFileSync(join(root, path), "utf8");
    return [...source.matchAll(pattern)].flatMap(({ 0: text, index }) => {
      const line = source.slice(0, index).split("\n").length;
      return isDynamic(source, text) ? [] : [`${path}:${line} ${text}`];
    });
  });
const hidden = found(HIDDEN);
for (const one of hidden) console.log(`${one}: export it, so that the test of all statements finds it`);
const believed = found(BELIEVED);
if (believed.length > MOST || process.argv.includes("--list")) for (const one of believed) console.log(one);
console.log(`${believed.length} statements whose rows nobody compares with the schema (at most ${MOST})`);
if (believed.length < MOST) console.log(`there are fewer: MOST can be ${believed.length}`);
process.exit(believed.length > MOST || hidden.length > 0 ? 1 : 0);
