#!/usr/bin/env node
// What has one place stays in it: a second one is where the two begin to differ.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { root } from "./terminal.mjs";

const RULES = [
  {
    text: /\bkind: "system"|\belevated: [{[]|\bfrom: "(?:person|program)", reason/g,
    place: /^src\/engine\/kernel\/(?:elevate|context)\.ts$/,
    why: "rights of the program come from elevate or asProgram (src/engine/kernel/elevate.ts), with a reason",
  },
  {
    text: /\bWeak(?:Map|Set)<(?:Transaction|Executor|Item)\b/g,
    place: /^$/,
    why: "what a write knows stands in its notes (src/engine/kernel/write-notes.ts)",
  },
  {
    text: /\bDate\.UTC\(|\bsetUTC\w+\(|\bgetUTC(?:Month|Date|Day)\(|\b86_?400_?000\b/g,
    place: /^src\/shared\/time\//,
    why: "days and moments are reckoned with in src/shared/time",
  },
  {
    text: /from "(?:dayjs|date-fns|luxon|moment)\b/g,
    place: /^src\/ui\/kit\//,
    why: "days and moments are reckoned with in src/shared/time, and chosen with src/ui/kit/DayPicker.tsx",
  },
  {
    text: /\.get(?:Hours|Minutes|Seconds|Date|Month|FullYear)\(\)|resolvedOptions\(\)\.timeZone/g,
    place: /^src\/ui\/kit\/company-clock\.ts$/,
    why: "moments are shown by the company's clock (src/ui/kit/company-clock.ts), never by the browser's or server's",
  },
  {
    text: /"subtree", "all"|"hidden", "mask"/g,
    place: /^src\/shared\/rights\//,
    why: "scopes and rights on fields are listed in src/shared/rights",
  },
  {
    text: /\b(?:replace|replaceAll|matchAll|split)\(\s*(?:\/[^/\n]*\\\$\(?(?:\?:)?(?:\\d|\[0-9)|["'`]\$\w)/g,
    place: /^$/,
    why: "text and values go together (src/platform/db/sql.ts): places are numbered when a statement is whole",
  },
];

/** An oracle says for itself what it expects. */
const isTest = (path) => /\.test\.tsx?$|\.fixture\.ts$/.test(path) || path.startsWith("src/testing/");

const problems = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) =>
    relative(root, join(entry.parentPath ?? entry.path, entry.name))
      .split(sep)
      .join("/"),
  )
  .filter((path) => !isTest(path))
  .flatMap((path) => {
    const source = readFileSync(join(root, path), "utf8");
    return RULES.filter(({ place }) => !place.test(path)).flatMap(({ text, why }) =>
      [...source.matchAll(text)].map(({ 0: found, index }) => {
        const line = source.slice(0, index).split("\n").length;
        return `${path}:${line} ${found}: ${why}`;
      }),
    );
  });
for (const problem of problems) console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);
