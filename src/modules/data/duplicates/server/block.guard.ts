import type { Context, Guard, HookInput } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Label } from "../../../../shared/i18n/label.ts";
import { defineMessages, say } from "../../../../shared/i18n/messages.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { fieldsOf, TRAITS } from "../shared/traits.ts";
import { type DuplicateKey, type KeyKind, KEYS_OF, keysOf } from "./duplicate-keys.ts";
import { type Found, findDuplicates, MOST_PER_KEY, type Probe, readablePart } from "./find-duplicates.ts";
import { loadRules } from "./load-rules.ts";
import { scorePair, whyMessages } from "./score-pair.ts";

const messages = defineMessages({
  exists: label(
    "已有“{title}”，由{owner}负责：{why}",
    "“{title}” already exists and is owned by {owner}: {why}",
  ),
  exists_unsaid: label("已有“{title}”：{why}", "“{title}” already exists: {why}"),
  in_pool: label("已有“{title}”，尚无负责人：{why}", "“{title}” already exists and is unassigned: {why}"),
  in_batch: label("与同一批中的另一条重复：{why}", "A duplicate of another record in this batch: {why}"),
});

/**
 * Refuses to write a record that is another one already, where the company's rules say so. Whether on form,
 * API or import.
 */
export const blockDuplicates: Guard = {
  word: "guard",
  name: "duplicates.block",
  label: label("按查重规则拦截重复记录", "Blocks duplicates according to the duplicate rules"),
  applies: ({ name }) => name in TRAITS,
  run: async (input) => {
    const { tx, context, object, changes } = input;
    const traits = TRAITS[object.name];
    const telling = traits ? fieldsOf(traits) : [];
    const touched = changes.filter(
      (change) =>
        !change.deleting && (change.before === null || telling.some((name) => change.changed.has(name))),
    );
    if (touched.length === 0 || input.request.road === "seed") return new Map();
    const { effectOf, blocking } = await loadRules(tx, context, object.name);
    const blocks = (found: { readonly kind: Found["kind"]; readonly score: number }) =>
      effectOf(found) === "block";
    if (blocking.length === 0) return new Map();
    const kinds = new Set(blocking.flatMap((kind) => KEYS_OF[kind]));
    const concerned = touched.map((change): Compared => ({
      id: change.id,
      keys: keysOf(object.name, change.after, kinds),
      values: readablePart(context, object, partOf(change.after, telling)),
    }));
    waitForOthers(input, concerned, kinds);
    const all = await findDuplicates(tx, context, object.name, concerned, {
      compared: [object.name],
      kinds: blocking,
    });
    const reasons = new Map<string, readonly Reason[]>();
    const earlier = new EarlierOnes(object.name, kinds);
    concerned.forEach((change, at) => {
      const found = (all[at] ?? []).filter(blocks).slice(0, 5);
      const told =
        found.length > 0
          ? found.map(reasonOf)
          : inBatch(object.name, change, earlier.meeting(change), blocks);
      if (told.length > 0) reasons.set(change.id, told);
      else earlier.add(change);
    });
    return reasons;
  },
};

const partOf = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.flatMap((name) => (name in values ? [[name, values[name]!]] : [])));

/** A record as far as its writer may read it; its locks are under all its keys. */
interface Compared extends Probe {
  readonly id: string;
  readonly keys: readonly DuplicateKey[];
}

/**
 * Whoever writes a record with the same key waits until the first has committed, so that two cannot both be
 * the first.
 */
function waitForOthers(
  { tx, context }: HookInput,
  records: readonly Compared[],
  kinds: ReadonlySet<KeyKind>,
): void {
  const keys = records.flatMap((one) => one.keys.filter(({ kind }) => kinds.has(kind) && AWAITED.has(kind)));
  if (keys.length === 0) return;
  const names = [
    ...new Set(keys.map(({ kind, key }) => `${context.workspace.schema} duplicates ${kind} ${key}`)),
  ].toSorted();
  tx.later({
    text: "select pg_advisory_xact_lock(hashtextextended(name, 0)) from (select name from unnest($1::text[]) as n(name) order by hashtextextended(name, 0)) s",
    values: [names],
  });
}

const AWAITED = new Set<KeyKind>(["uscc", "phone", "email", "company"]);

/**
 * Records of the batch that pass, by the keys under which stored ones are found, too: each is compared with
 * few.
 */
class EarlierOnes {
  readonly #byKey = new Map<string, Compared[]>();
  constructor(
    private readonly object: string,
    private readonly kinds: ReadonlySet<KeyKind>,
  ) {}
  #keysOf = ({ values }: Compared): readonly string[] =>
    keysOf(this.object, values, this.kinds).map(({ kind, key }) => `${kind}:${key}`);
  add(change: Compared): void {
    for (const key of this.#keysOf(change)) {
      const ones = this.#byKey.get(key);
      if (!ones) this.#byKey.set(key, [change]);
      else if (ones.length < MOST_PER_KEY) ones.push(change);
    }
  }
  meeting(change: Compared): readonly Compared[] {
    return [...new Set(this.#keysOf(change).flatMap((key) => this.#byKey.get(key) ?? []))];
  }
}

function inBatch(
  object: string,
  change: Compared,
  earlier: readonly Compared[],
  blocks: (found: { readonly kind: Found["kind"]; readonly score: number }) => boolean,
): readonly Reason[] {
  for (const other of earlier) {
    const match = scorePair({ object, values: change.values }, { object, values: other.values });
    if (match && blocks(match))
      return [{ code: "duplicate", text: filled(messages.in_batch, { why: whyMessages[match.why] }) }];
  }
  return [];
}

function reasonOf(found: Found): Reason {
  const { title, owner_name: owner, why } = found;
  const text = found.in_pool ? messages.in_pool : owner === null ? messages.exists_unsaid : messages.exists;
  return {
    code: "duplicate",
    params: { object: found.object, id: found.id, title, owner_name: owner, score: found.score },
    text: filled(text, { title, owner: owner ?? "", why: whyMessages[why] }),
  };
}

const filled = (text: Label, params: Readonly<Record<string, string | Label>>): Label => {
  const inLanguage = (language: Context["language"]) =>
    say(
      text,
      language,
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          typeof value === "string" ? value : value[language],
        ]),
      ),
    );
  return { "zh-CN": inLanguage("zh-CN"), en: inLanguage("en") };
};
