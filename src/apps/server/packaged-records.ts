import type { Context } from "../../engine/kernel/context.ts";
import type { Difference, PackagePart } from "../../engine/kernel/package-part.ts";
import type { Operation } from "../../engine/kernel/save-request.ts";
import { save } from "../../engine/record/save.ts";
import { roadIn } from "../../engine/kernel/road-in.ts";
import { accept, type Result } from "../../engine/kernel/refusal.ts";
import { tableOf } from "../../engine/schema/names.ts";
import { ident } from "../../platform/db/database.ts";
import { view } from "../../objects/system/view/view.object.ts";
import { form } from "../../objects/work/form/form.object.ts";
import { type Label, label } from "../../shared/i18n/label.ts";
import type { ObjectDefinition, Values, WireValue } from "../../shared/metadata/object.ts";
import { type FieldOf, valuesOf, type WritableOf } from "../../shared/metadata/record-of.ts";

/** Records that describe rather than say what happened: found again by `keys`, taken along with `columns`. */
function recordsPart<D extends ObjectDefinition>(
  name: string,
  words: Label,
  object: D,
  keys: readonly FieldOf<D>[],
  columns: readonly FieldOf<D>[],
  only: WritableOf<D>,
): PackagePart {
  const all = [...keys, ...columns];
  const read = (context: Context, where: string, values: readonly unknown[]) =>
    context.db.query<Values & { id: string }>({
      text: `select id, ${all.map(ident).join(", ")} from ${tableOf(context.workspace, object.name)} where deleted_at is null and ${where} order by ${keys.map(ident).join(", ")}, id limit 2000`,
      values,
    });
  const fixed = Object.entries(valuesOf(object, only));
  const chosen = fixed.map(([column], at) => `${ident(column)} = $${at + 1}`).join(" and ") || "true";
  return {
    name,
    label: words,
    title: (item) => String(item[object.title]),
    collect: async (context) =>
      (
        await read(
          context,
          chosen,
          fixed.map(([, value]) => value),
        )
      ).map(({ id: _id, ...item }) => item),
    apply: async (context, item, tries): Promise<Result<Difference>> => {
      const given = fixed.map(([, value]) => value);
      const where = [chosen, ...keys.map((key, at) => `${ident(key)} = $${fixed.length + at + 1}`)].join(
        " and ",
      );
      const [current] = await read(context, where, [...given, ...keys.map((key) => String(item[key] ?? ""))]);
      const values = Object.fromEntries(
        all
          .filter((column) => item[column] !== undefined)
          .map((column): [string, WireValue] => [column, item[column] ?? null]),
      );
      const differing = current
        ? Object.entries(values).filter(
            ([column, value]) => JSON.stringify(current[column]) !== JSON.stringify(value),
          )
        : [];
      if (current && differing.length === 0) return accept("same");
      const difference = current ? "changed" : "new";
      if (tries) return accept(difference);
      const operation: Operation = current
        ? { op: "update", object: object.name, id: current.id, values: Object.fromEntries(differing) }
        : { op: "create", object: object.name, values: { ...values, ...Object.fromEntries(fixed) } };
      const { results } = await save(context, {
        operations: [operation],
        road: roadIn(context),
        mode: "all",
      });
      const failed = results.find((result) => !result.ok);
      return failed && !failed.ok ? { ok: false, refusal: failed.refusal } : accept(difference);
    },
  };
}

export const packagedForms = recordsPart(
  "forms",
  label("调研表", "Questionnaires"),
  form,
  ["name"],
  ["label", "questions", "active"],
  {},
);
/** Views for everyone; a person’s own are theirs. */
export const packagedViews = recordsPart(
  "views",
  label("视图", "Views"),
  view,
  ["object", "name"],
  ["kind", "filter", "sort", "columns", "group_by", "position"],
  { visibility: "everyone" },
);
