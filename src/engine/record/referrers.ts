import { label } from "../../shared/i18n/label.ts";
import { defineMessages, say } from "../../shared/i18n/messages.ts";
import type { Language } from "../../shared/i18n/label.ts";
import type { Field, OnDelete } from "../../shared/metadata/field.ts";
import { furtherOf } from "../../shared/metadata/further-links.ts";
import { type CatalogObject, parentOf } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { Catalog } from "../kernel/catalog.ts";
import type { Refusal } from "../kernel/refusal.ts";

/**
 * A link of another object that leads to records of this one, and what becomes of it when they are deleted.
 */
export interface Referrer {
  readonly object: string;
  readonly field: string;
  readonly action: OnDelete;
  /** Leads to one of several objects. */
  readonly several: boolean;
  /**
   * Only the number matters. A link of an object to itself is read record by record: what is deleted together
   * holds nothing back.
   */
  readonly counted: boolean;
  /** The list that goes on from the link: a record goes with the last of those that it is about. */
  readonly further?: string;
}
/** Records that point at a record, or how many do. */
export interface Referring {
  readonly object: string;
  readonly field: string;
  readonly id: string | null;
  readonly target: string;
  readonly count: number;
  /** Where it points elsewhere, too: "object:id" of each. */
  readonly others?: readonly string[] | null;
}

/**
 * Who owns a record and where it belongs hold a person or department back like any other link; who made or
 * changed it does not.
 */
const HOLDING = ["owner", "department"];

/** Every link that leads to records of an object. */
export function referrersOf(catalog: Catalog, object: CatalogObject): Referrer[] {
  return (catalog.inbound.get(object.name) ?? []).flatMap(
    ({ object: name, field: fieldName }): Referrer[] => {
      const from = catalog.object(name);
      const field = from?.byName[fieldName];
      if (!from || !field || field.hidden || from.ledger || (field.system && !isHolding(from, field)))
        return [];
      const action = field.kind === "link" ? (field.on_delete ?? "clear") : "refuse";
      const several = field.kind === "link" && field.targets.length > 1;
      const further = action === "cascade" ? furtherOf(from, fieldName)?.name : undefined;
      return [
        {
          object: name,
          field: fieldName,
          action,
          several,
          counted: action === "refuse" && name !== object.name,
          ...(further ? { further } : {}),
        },
      ];
    },
  );
}
/**
 * Only where it means something: what is a person's alone (their views, their notices) and what hangs on
 * another record goes without a word.
 */
const isHolding = (from: CatalogObject, field: Field): boolean =>
  HOLDING.includes(field.name) &&
  !from.internal &&
  (from.sharing === "owner" || parentOf(from.sharing)?.or_owner === true);

const messages = defineMessages({
  linked_by: label(
    "还有 {count} 条“{object}”通过“{field}”引用此记录，不能删除。",
    "{count} {count|record|records} of “{object}” still {count|refers|refer} to this one through “{field}”, so it cannot be deleted.",
  ),
  owns: label(
    "此人还负责 {count} 条“{object}”，不能删除：请先在成员页办理工作交接，或改为停用。",
    "This person still owns {count} {count|record|records} of “{object}” and cannot be deleted: hand over their work on the People page first, or deactivate them instead.",
  ),
  houses: label(
    "还有 {count} 条“{object}”属于这个部门，不能删除：请先改到其他部门。",
    "{count} {count|record|records} of “{object}” still {count|belongs|belong} to this department, so it cannot be deleted. Move them to another department first.",
  ),
  worn: label(
    "还有 {count} 人拥有这个角色，不能删除：请先收回或改授其他角色。",
    "{count} {count|person still has|people still have} this role, so it cannot be deleted. Take it away or assign another role first.",
  ),
});

/**
 * Why a record cannot be deleted: a reason for each link that holds it back, all of them in the words of the
 * whole.
 */
export function refusalFor(catalog: Catalog, target: CatalogObject, rows: readonly Referring[]): Refusal {
  const counts = new Map<string, Referring>();
  for (const row of rows) {
    const key = `${row.object}.${row.field}`;
    counts.set(key, { ...row, count: (counts.get(key)?.count ?? 0) + row.count });
  }
  const reasons = [...counts.values()].map((row) => reasonFor(catalog, target, row));
  const joined = (language: Language) =>
    reasons.map(({ text }) => text[language] ?? "").join(language === "en" ? " " : "");
  const count = [...counts.values()].reduce((sum, row) => sum + row.count, 0);
  return {
    status: 409,
    code: "linked_by",
    text: { "zh-CN": joined("zh-CN"), en: joined("en") },
    params: { count },
    reasons,
  };
}

function reasonFor(
  catalog: Catalog,
  target: CatalogObject,
  { object: name, field: fieldName, count }: Referring,
): Reason {
  const object = catalog.object(name);
  const field = object?.byName[fieldName];
  const isSystem = field?.system === true;
  const message =
    target.name === "role" && name === "user_role"
      ? messages.worn
      : !isSystem
        ? messages.linked_by
        : fieldName === "owner"
          ? messages.owns
          : messages.houses;
  const word = (language: Language) =>
    say(message, language, {
      count,
      object: object?.label[language] ?? name,
      field: field?.label[language] ?? fieldName,
    });
  return {
    code: "linked_by",
    params: { object: name, field: fieldName, count },
    text: { "zh-CN": word("zh-CN"), en: word("en") },
  };
}
