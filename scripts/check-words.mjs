#!/usr/bin/env node
// Texts are as a colleague would write them: nobody is addressed as 您, no API name stands in a Chinese sentence,
// punctuation between Chinese characters is Chinese, and words that were retired stay so (retired-words.mjs).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RETIRED } from "./retired-words.mjs";
import { root } from "./terminal.mjs";

/** Pages that customers of the company see may say 您. There are none yet. */
const CUSTOMER_PAGES = [];
/** What people type or say (sentences of sellers, titles of columns), tests, and what OpenAPI says of endpoints. */
const NOT_OURS = new RegExp(
  [
    "\\.test\\.tsx?$",
    "^testing/",
    "\\.contract\\.ts$",
    "/demo/server/vocabulary/",
    "/synonyms/",
    "^shared/expression/parse",
  ].join("|"),
);
/** Names that an administrator types somewhere else exactly so. */
const TYPED = /pg_stat_activity|pool_mode|known_at|as_of|stage_entered|sk_\{/;
const HAN = /\p{Script=Han}/u;
/** A text in both languages: the two arguments of a call, or a pair by language. */
const PAIR =
  /\(\s*(["'])((?:\\.|(?!\1).)*)\1,\s*(["'])((?:\\.|(?!\3).)*)\3|"zh-CN": (["'])((?:\\.|(?!\5).)*)\5,\s*en: (["'])((?:\\.|(?!\7).)*)\7/g;

const rules = {
  "zh-CN": [
    { text: /您/u, why: "people are addressed as 你", except: CUSTOMER_PAGES },
    {
      text: /\p{Script=Han}[,.;:!?()]\p{Script=Han}/u,
      why: "punctuation between Chinese characters is full-width",
      unless: /编号:摘要/,
    },
    {
      text: /(?:^|[^{\w"'.])[a-z]+_[a-z_]+(?![\w}|])/u,
      why: "an API name says nothing to people",
      unless: TYPED,
    },
  ],
  en: [],
};
for (const language of ["zh-CN", "en"])
  for (const [word, instead] of Object.entries(RETIRED[language]))
    rules[language].push({ text: new RegExp(word, "iu"), why: `say “${instead}”` });

const faults = readdirSync(join(root, "src"), { recursive: true })
  .filter((name) => /\.tsx?$/.test(name) && !NOT_OURS.test(name))
  .toSorted()
  .flatMap((name) => faultsIn(name, readFileSync(join(root, "src", name), "utf8")));
for (const fault of faults) console.log(fault);
console.log(
  faults.length === 0 ? "every text is in plain words" : `${faults.length} texts are not in plain words`,
);
process.exit(faults.length === 0 ? 0 : 1);

function faultsIn(name, source) {
  return [...source.matchAll(PAIR)].flatMap((found) => {
    const zh = found[2] ?? found[6];
    const en = found[4] ?? found[8];
    if (!HAN.test(zh)) return [];
    return [...faultsOf(name, "zh-CN", zh), ...faultsOf(name, "en", en)];
  });
}

function faultsOf(name, language, text) {
  return rules[language]
    .filter(
      ({ text: wrong, except = [], unless }) =>
        wrong.test(text) && !except.some((folder) => name.startsWith(folder)) && !unless?.test(text),
    )
    .map(({ why }) => `src/${name} “${text}”: ${why}`);
}
