import { pinyin } from "pinyin-pro";
import { cleanLine } from "../../shared/text/clean-line.ts";
import { readPhone } from "../../shared/text/phone.ts";
import { plainLetters, simplifiedOf } from "../../shared/text/simplified.ts";

const MAX_TEXT = 4000;
const MAX_TOKENS = 2000;
const MAX_WORDS = 8;
const MAX_QUESTION = 200;
const RUNS = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
/** A number written in groups is found as if it were written in one. */
const PHONE = /^\+?[\d\s()-]{7,30}$/;
const HAN = /^\p{Script=Han}/u;

/**
 * What a text is found by: Chinese by any part (single characters and pairs), in either script, and by
 * pinyin, in full or by initials; words, with or without accents, and numbers by any three characters in a
 * row, or the first one or two. No order, no repeats, bounded.
 * @example tokensOf("华为5G") // 华 为 华为 h hu hua uaw … hw 5 5g
 */
export function tokensOf(given: string): string[] {
  const text = cleanLine(given.slice(0, MAX_TEXT));
  const tokens = new Set<string>();
  if (PHONE.test(text)) addWord(tokens, folded(text).replace(/\D/g, ""));
  let isHead = true;
  for (const run of runsOf(text)) {
    const isHan = HAN.test(run);
    if (isHan) for (const token of hanTokens(run, isHead)) tokens.add(token);
    else addWord(tokens, plainLetters(run));
    isHead &&= !isHan;
    if (tokens.size >= MAX_TOKENS) break;
  }
  addJoined(tokens, text);
  return [...tokens].slice(0, MAX_TOKENS);
}

/**
 * Names that people type without the sign in them: 买买提·艾力, O'Reilly, 7-Eleven. Of addresses, versions and
 * numbers the parts are enough.
 */
const JOINED =
  /(?<![\p{L}\p{N}@])([\p{L}\p{N}]{1,20})(?:[·•・‧'’]|-(?=\p{L}))([\p{L}\p{N}]{1,20})(?![\p{L}\p{N}@])/gu;
function addJoined(tokens: Set<string>, text: string): void {
  if (!/[·•・‧'’-]/.test(text)) return;
  for (const [, before = "", behind = ""] of folded(text)
    .replace(/\u30fb/g, "·")
    .matchAll(JOINED)) {
    const [last, first] = [[...before].at(-1) ?? "", [...behind][0] ?? ""];
    if (HAN.test(last) && HAN.test(first)) tokens.add(simplifiedOf(last + first));
    else if (!HAN.test(last) && !HAN.test(first)) addWord(tokens, plainLetters(before + behind));
  }
}

/** One word of a question and what it is found by. */
export interface QueryWord {
  readonly text: string;
  readonly tokens: readonly string[];
  /** Other tokens that find it as well: a phone number in the form in which numbers are kept. */
  readonly others?: readonly (readonly string[])[];
}

/**
 * The words of a question; a record matches when each stands whole in one of its fields. Words without
 * letters or digits say nothing.
 */
export function queryWords(question: string): readonly QueryWord[] {
  const asked = cleanLine(question.slice(0, MAX_QUESTION));
  const number = phoneWord(asked);
  if (number) return [number];
  const words = folded(asked)
    .split(/\s+/)
    .filter((word) => word !== "");
  return words.slice(0, MAX_WORDS).flatMap((text) => {
    const tokens = tokensAsked(text);
    if (tokens.length === 0) return [];
    // Entries from before accents and scripts were folded hold the characters as they were written, until all
    // are made anew.
    const written = tokensAsked(text, (run) => run);
    return [{ text, tokens, ...(written.join() === tokens.join() ? {} : { others: [written] }) }];
  });
}
const plainRun = (run: string): string => (HAN.test(run) ? simplifiedOf(run) : plainLetters(run));
const tokensAsked = (text: string, plain = plainRun): string[] => [
  ...new Set(runsOf(text).flatMap((run) => piecesOf(plain(run)))),
];

/**
 * A question that is a number, however it is written, asks for the form in which numbers are kept; and for
 * its own digits, as a code may hold them.
 */
function phoneWord(question: string): QueryWord | null {
  if (!/\d{3}/.test(question.normalize("NFKC"))) return null;
  const phone = readPhone(question);
  if (!phone) return null;
  const tokens = piecesOf(phone.text.replace(/\D/g, ""));
  const own = tokensAsked(folded(question));
  const isSame = own.length === tokens.length && own.every((token) => tokens.includes(token));
  return { text: phone.text, tokens, ...(isSame ? {} : { others: [own] }) };
}

/**
 * What a question asks for: one group per word, all of which must match.
 * @example queryTokens("华为 138") // [["华为"], ["138"]]
 */
export const queryTokens = (question: string): string[][] =>
  queryWords(question).map((word) => [...word.tokens]);

/** NFKC makes full-width digits and letters plain; case does not matter. */
export const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Runs of Chinese, and runs of letters and digits of any other script, split where one meets the other. */
function runsOf(text: string): string[] {
  // The dot that a Turkish İ leaves behind is no letter of its own and would part the word.
  return (folded(text).replaceAll("\u0307", "").match(RUNS) ?? [])
    .flatMap((run) => run.split(/(\p{Script=Han}+)/u))
    .filter((run) => run !== "");
}

function piecesOf(run: string): string[] {
  const characters = [...run];
  if (HAN.test(run)) return characters.length === 1 ? [run] : pieces(characters, 2);
  if (characters.length <= 2) return [run];
  return pieces(characters, /^\d{4,}$/.test(run) ? 4 : 3);
}

const MOST_KNOWN = 10_000;
const LONGEST_KNOWN = 40;
const knownRuns = new Map<string, readonly string[]>();

/** Pinyin is dear, and the same names of products, places and trades come again and again. */
function hanTokens(run: string, isHead: boolean): readonly string[] {
  const key = isHead ? `^${run}` : run;
  const known = knownRuns.get(key);
  if (known) return known;
  const tokens = new Set<string>();
  addHan(tokens, run, isHead);
  const found = [...tokens];
  if (run.length > LONGEST_KNOWN) return found;
  if (knownRuns.size >= MOST_KNOWN) knownRuns.clear();
  knownRuns.set(key, found);
  return found;
}

/**
 * A name at the head of a text may begin with a surname, which some characters are read differently as: both
 * readings find it.
 */
function addHan(tokens: Set<string>, run: string, isHead: boolean): void {
  const characters = [...simplifiedOf(run)];
  for (const character of characters) tokens.add(character);
  for (const pair of pieces(characters, 2)) tokens.add(pair);
  const usual = syllablesOf(run, "off");
  addReading(tokens, usual);
  const named = isHead
    ? [...syllablesOf(characters.slice(0, 3).join(""), "head").slice(0, SURNAME), ...usual.slice(SURNAME)]
    : usual;
  if (named.join(" ") !== usual.join(" ")) addReading(tokens, named);
  const rare = isHead ? (RARE_SURNAMES[characters[0] ?? ""] ?? []) : [];
  for (const reading of rare) addReading(tokens, [reading, ...usual.slice(1)]);
}
/** Surnames whose reading as one the dictionary does not know, or which families read in several ways. */
const RARE_SURNAMES: Readonly<Record<string, readonly string[]>> = {
  种: ["chong"],
  郇: ["xun", "huan"],
  祭: ["zhai"],
  隗: ["wei", "kui"],
  覃: ["qin", "tan"],
  佴: ["nai"],
  乜: ["nie"],
  贠: ["yun"],
  郗: ["xi", "chi"],
  谌: ["chen", "shen"],
  繁: ["po"],
  洗: ["xian"],
  黑: ["he"],
  秘: ["bi"],
  哈: ["ha"],
  晟: ["cheng"],
  逄: ["pang"],
  缪: ["miao"],
  乐: ["yue", "le"],
  召: ["shao"],
  折: ["she"],
  瞿: ["qu"],
  车: ["che"],
  教: ["jiao"],
  那: ["na"],
  能: ["nai"],
  曾: ["zeng"],
  盛: ["sheng"],
  单: ["shan"],
  解: ["xie"],
  仇: ["qiu"],
  区: ["ou"],
  查: ["zha"],
};
/** So long is a surname at most, and so far its reading reaches. */
const SURNAME = 2;
const syllablesOf = (run: string, surname: "off" | "head"): string[] =>
  pinyin(run, { toneType: "none", type: "array", v: true, surname }).map((syllable) =>
    folded(syllable).replace(/[^a-z]/g, ""),
  );
function addReading(tokens: Set<string>, syllables: readonly string[]): void {
  addWord(tokens, syllables.join(""));
  for (const syllable of syllables) addStart(tokens, syllable);
  const initials = [...syllables.map((syllable) => syllable.slice(0, 1)).join("")];
  for (const size of [2, 3]) for (const piece of pieces(initials, size)) tokens.add(piece);
}

function addWord(tokens: Set<string>, word: string): void {
  addStart(tokens, word);
  const characters = [...word];
  for (const piece of pieces(characters, 3)) tokens.add(piece);
  for (const digits of word.match(/\d{4,}/g) ?? [])
    for (const piece of pieces([...digits], 4)) tokens.add(piece);
}
function addStart(tokens: Set<string>, word: string): void {
  const characters = [...word];
  if (characters[0]) tokens.add(characters[0]);
  if (characters.length >= 2) tokens.add(characters.slice(0, 2).join(""));
}
function pieces(characters: readonly string[], size: number): string[] {
  const found: string[] = [];
  for (let at = 0; at + size <= characters.length; at += 1)
    found.push(characters.slice(at, at + size).join(""));
  return found;
}
