import type { Values } from "../../../../shared/metadata/object.ts";
import { fold } from "../../../../shared/text/fold.ts";
import { cleanLine } from "../../../../shared/text/clean-line.ts";
import { normalisePhone } from "../../../../shared/text/phone.ts";
import { simplifiedOf } from "../../../../shared/text/simplified.ts";
import { normaliseUscc } from "../../../../shared/text/uscc.ts";
import { type MatchKind, TRAITS } from "../shared/traits.ts";
import { companyKeysOf } from "./compare-companies.ts";

/** Under what records meet: values that are the same, and hooks of names that may be. */
export type KeyKind = "uscc" | "phone" | "email" | "company" | "pinyin" | "brand" | "near" | "person";
/**
 * Under which keys records meet that are alike in one way: whoever looks for that likeness alone need not
 * look under the others.
 */
export const KEYS_OF: Readonly<Record<MatchKind, readonly KeyKind[]>> = {
  uscc: ["uscc"],
  phone: ["phone"],
  email: ["email"],
  company: ["company"],
  similar: ["company", "pinyin", "brand", "near", "person"],
};
export interface DuplicateKey {
  readonly kind: KeyKind;
  readonly key: string;
}

export const textAt = (values: Values, name: string | undefined): string => {
  const value = name === undefined ? null : values[name];
  return typeof value === "string" ? cleanLine(value) : "";
};
const MAX_NAME = 40;
const OF_NAMES: readonly KeyKind[] = ["company", "pinyin", "brand", "near", "person"];

/** The keys of a record. Raised whenever they are made otherwise, so that stored ones are made anew. */
export const KEYS_VERSION = 2;
/**
 * `kinds`: those that are wanted; a name has many keys, and whoever is refused by its code alone needs none
 * of them.
 */
export function keysOf(
  object: string,
  values: Values,
  kinds?: ReadonlySet<KeyKind>,
): readonly DuplicateKey[] {
  const traits = TRAITS[object];
  if (!traits) return [];
  const keys: DuplicateKey[] = [];
  const add = (kind: KeyKind, key: string) => key !== "" && keys.push({ kind, key });
  add("uscc", normaliseUscc(textAt(values, traits.uscc)));
  for (const name of traits.phones) add("phone", normalisePhone(textAt(values, name)) ?? "");
  add("email", textAt(values, traits.email).toLowerCase());
  if (kinds && !OF_NAMES.some((kind) => kinds.has(kind))) return keys.filter(({ kind }) => kinds.has(kind));
  const company = textAt(values, traits.company);
  if (company) keys.push(...companyKeys(company));
  const person = simplifiedOf(fold(textAt(values, traits.person)));
  const within = textAt(values, traits.within) || (company ? companyKeysOf(company).core : "");
  if (person && within) add("person", `${within}:${person}`);
  const known = new Map(
    keys.flatMap((key) => (kinds && !kinds.has(key.kind) ? [] : [[`${key.kind}:${key.key}`, key] as const])),
  );
  return [...known.values()];
}

/** One-character neighbours meet in what is left when either loses a character. */
function companyKeys(name: string): DuplicateKey[] {
  const { core, brand, pinyin } = companyKeysOf(name.slice(0, 200));
  const isShort = core.length >= 4 && core.length <= MAX_NAME;
  const near = isShort ? Array.from(core, (_, at) => core.slice(0, at) + core.slice(at + 1)) : [];
  return [
    { kind: "company", key: core },
    { kind: "pinyin", key: pinyin },
    { kind: "brand", key: brand },
    ...[...near, ...(isShort ? [core] : [])].map((key): DuplicateKey => ({ kind: "near", key })),
  ];
}
