import { ident } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Workspace } from "../kernel/context.ts";
import { hasLatest, latestOf } from "./has-latest.ts";
import { SEARCHED_APART, WORD_BITS } from "./searched-apart.ts";

/*
 * What a record is found by, as 64 bytes in the narrow table: each word sets two bits. A list of a word in
 * the order of the last change passes by thousands of records until it has a page, and each one's words were
 * looked up by key; where a bit is missing the record cannot have the word, and the index that is walked says
 * so. Bits may be set too many, never too few: NULL (not made yet) stands for all of them. Triggers keep
 * them, so that whoever writes words, an older version of the program too, keeps them right.
 */
const BITS = 512;

export const hasWordBits = (object: CatalogObject): boolean =>
  hasLatest(object) && SEARCHED_APART.includes(object.name);

const wordsOf = (workspace: Workspace, object: string): string =>
  `${ident(workspace.schema)}.${ident(`search_entry_${object}`)}`;
const maker = (workspace: Workspace): string => `${ident(workspace.schema)}.word_bits`;
/** The two bits of a word, as SQL over its text. */
export const bitsOf = (word: string): readonly [string, string] => [
  `hashtext(${word}) & ${BITS - 1}`,
  `(hashtext(${word}) >> 9) & ${BITS - 1}`,
];

/** The bits of all words of the record `id`; NULL where it has none. */
export const bitsOfRecord = (workspace: Workspace, object: string, id: string): string =>
  `(select bit_or(${maker(workspace)}(e.tokens)) from ${wordsOf(workspace, object)} e where e.object = '${object}' and e.id = ${id})`;
export const NO_BITS = `b'0'::bit(${BITS})`;

/** The column's type, and what keeps it, as statements that may run again. */
export const WORD_BITS_TYPE = `bit(${BITS})`;
export function maintainWordBits(workspace: Workspace, object: CatalogObject): readonly string[] {
  const latest = latestOf(workspace, object.name);
  const keeper = `${ident(workspace.schema)}.${ident(`keep_word_bits_${object.name}`)}`;
  const [one, other] = bitsOf("w.word");
  const lacks = `exists (select from unnest(new.tokens) as w(word) where get_bit(l.${WORD_BITS}, ${one}) = 0 or get_bit(l.${WORD_BITS}, ${other}) = 0)`;
  return [
    `create or replace function ${maker(workspace)}(words text[]) returns ${WORD_BITS_TYPE} language sql immutable parallel safe as $$
      select bit_or(set_bit(set_bit(${NO_BITS}, ${one}, 1), ${other}, 1)) from unnest(words) as w(word) $$`,
    // A new record's row has taken its words along already, or is not there yet and will.
    `create or replace function ${keeper}() returns trigger language plpgsql as $$ begin
      if tg_op = 'INSERT' then
        update ${latest} l set ${WORD_BITS} = ${bitsOfRecord(workspace, object.name, "new.id")} where l.id = new.id and (l.${WORD_BITS} is null or ${lacks});
      else
        update ${latest} l set ${WORD_BITS} = coalesce(${bitsOfRecord(workspace, object.name, "old.id")}, ${NO_BITS}) where l.id = old.id;
      end if;
      return null;
    end $$`,
    `create or replace trigger keep_word_bits after insert or delete on ${wordsOf(workspace, object.name)} for each row execute function ${keeper}()`,
    `create or replace trigger keep_word_bits_changed after update on ${wordsOf(workspace, object.name)} for each row when (old.tokens is distinct from new.tokens) execute function ${keeper}()`,
  ];
}
