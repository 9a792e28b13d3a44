import {
  type Context,
  MAX_PARENTS,
  Params,
  type SharingRule,
  conditionSql,
  inState,
  tableOf,
} from "../../../../engine/public.ts";
import { rulesOn } from "../../../../shared/rights/state-rules.ts";
import { targetsOf } from "../../../../shared/expression/value-types.ts";
import { ident } from "../../../../platform/db/database.ts";
import { type CatalogObject, parentOf, personalOf } from "../../../../shared/metadata/object.ts";

/** Conditions of sharing rules that tell records apart; with more of them each record stands for itself. */
const MOST_CONDITIONS = 40;

/**
 * SELECT of the living records, one for each class of records that the same people see, with how many it
 * stands for (`_records`). What sight goes by tells classes apart: owner and department, a share that singles
 * a record out, what rules ask, and the same of what it hangs on. So the conditions of thousands of people
 * are asked of some thousand records instead of a million.
 */
export function livingClasses(
  context: Context,
  object: CatalogObject,
  seenBy: readonly Context[],
  params: Params,
): { readonly sql: string; readonly few: boolean } {
  const table = tableOf(context.workspace, object.name);
  const classes = new Classes(context, seenBy, params);
  const columns = classes.of(object, "r", 0);
  if (!columns)
    return { sql: `select r.*, 1 as "_records" from ${table} r where r."deleted_at" is null`, few: false };
  const grouped = columns.length > 0 ? ` group by ${columns.join(", ")}` : "";
  const counted = `select (array_agg(r."id"))[1] as "id", count(*) as "_records" from ${table} r${classes.joins} where r."deleted_at" is null${grouped}`;
  return {
    sql: `select r.*, c."_records" from (${counted}) c join ${table} r on r."id" = c."id"`,
    few: true,
  };
}

/** Collects what tells the records of `r` apart, and the records that they hang on. */
class Classes {
  joins = "";
  readonly #context: Context;
  readonly #seenBy: readonly Context[];
  readonly #params: Params;
  #parents = 0;
  constructor(context: Context, seenBy: readonly Context[], params: Params) {
    this.#context = context;
    this.#seenBy = seenBy;
    this.#params = params;
  }

  /** Expressions on `alias` of which sight of such records is made; undefined where they are too many. */
  of(object: CatalogObject, alias: string, depth: number): readonly string[] | undefined {
    const states = this.#states(object, alias);
    if (!states) return undefined;
    if (object.sharing === "everyone") return states;
    const home = [`${alias}."owner"`, `${alias}."department"`];
    const personal = personalOf(object.sharing);
    if (personal)
      return [
        home[0] ?? "",
        ...(personal.shared ? [this.#singledOut(object, alias)] : []),
        ...(personal.opened ? [`${alias}.${ident(personal.opened.field)}`] : []),
      ];
    const parent = parentOf(object.sharing);
    if (parent) return this.#hanging(object, parent.parent, alias, [...home, ...states], depth);
    const asked = this.#conditions(object, alias);
    return asked && [...home, this.#singledOut(object, alias), ...states, ...asked];
  }

  #hanging(
    object: CatalogObject,
    link: string,
    alias: string,
    home: readonly string[],
    depth: number,
  ): readonly string[] | undefined {
    const field = object.byName[link];
    if (!field || depth >= MAX_PARENTS) return home;
    const id = `${alias}.${ident(link)}`;
    const targets = targetsOf(field);
    const columns = [
      ...home,
      `${id} is null`,
      ...(targets.length > 1 ? [`${alias}.${ident(`${link}__object`)}`] : []),
    ];
    for (const name of targets) {
      const target = this.#context.catalog.object(name);
      if (!target || (target.sharing === "everyone" && !this.#hasStates(target))) continue;
      const inner = `p${(this.#parents += 1)}`;
      this.joins += ` left join ${tableOf(this.#context.workspace, name)} ${inner} on ${inner}."id" = ${id}`;
      const beyond = this.of(target, inner, depth + 1);
      if (!beyond) return undefined;
      columns.push(...beyond);
    }
    return columns;
  }

  /** A record that anybody shared stands for itself. */
  #singledOut({ name }: CatalogObject, alias: string): string {
    const shares = `select s."regarding" from ${tableOf(this.#context.workspace, "share")} s where s."regarding__object" = ${this.#params.add(name, "text")} and s."deleted_at" is null`;
    return `case when ${alias}."id" in (${shares}) then ${alias}."id" end`;
  }

  #hasStates(object: CatalogObject): boolean {
    return this.#seenBy.some(({ principal }) =>
      principal.roles.some((role) => rulesOn(role, object.name).length > 0),
    );
  }

  /** The states that rules of roles name, each once; those that ask who is looking differ from one to the next. */
  #states(object: CatalogObject, alias: string): readonly string[] | undefined {
    const found = new Map<string, () => string>();
    for (const who of this.#seenBy)
      for (const role of who.principal.roles)
        for (const { when } of rulesOn(role, object.name)) {
          const condition = inState(who, object, when);
          if (condition === undefined) continue;
          const scratch = new Params();
          const text = conditionSql(condition, { context: who, params: scratch, alias });
          const key = `${text} ${JSON.stringify(scratch.values)}`;
          if (!found.has(key))
            found.set(key, () => conditionSql(condition, { context: who, params: this.#params, alias }));
          if (found.size > MOST_CONDITIONS) return undefined;
        }
    return [...found.values()].map((condition) => condition());
  }

  /**
   * The conditions of rules, each once; those that ask who is looking read differently for different people.
   */
  #conditions(object: CatalogObject, alias: string): readonly string[] | undefined {
    const found = new Map<string, () => string>();
    for (const who of this.#seenBy)
      for (const rule of rulesFor(who, object)) {
        const scratch = new Params();
        const text = rule.condition(who, scratch, alias);
        const key = `${text} ${JSON.stringify(scratch.values)}`;
        if (text.includes(`${alias}.`) && !found.has(key))
          found.set(key, () => rule.condition(who, this.#params, alias));
        if (found.size > MOST_CONDITIONS) return undefined;
      }
    return [...found.values()].map((condition) => condition());
  }
}
const rulesFor = ({ principal }: Context, { name }: CatalogObject): readonly SharingRule[] =>
  (principal.reach?.rules ?? []).filter((rule) => rule.object === name);
