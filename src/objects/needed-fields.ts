import type { ObjectDefinition } from "../shared/metadata/object.ts";

/**
 * Fields that gates, clocks, totals and other rules of the program ask for by name, beside those that rules
 * declare themselves. A company may give them other words, but not switch them off.
 */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  account: ["name", "parent"],
  contact: ["name", "account"],
  lead: ["company", "contact_name", "status", "account", "contact", "opportunity", "rejected_reason"],
  opportunity: [
    "name",
    "account",
    "amount",
    "close_date",
    "probability",
    "forecast_category",
    "competitor",
    "lost_reason",
    "lost_detail",
  ],
  activity: [
    "type",
    "subject",
    "status",
    "regarding",
    "also_regarding",
    "content",
    "occurred_at",
    "mentions",
  ],
  task: [
    "subject",
    "status",
    "due_date",
    "regarding",
    "also_regarding",
    "done_at",
    "template",
    "stage_entry",
    "mandatory",
  ],
  note: ["subject", "content", "regarding", "also_regarding", "mentions"],
  comment: ["content", "subject", "regarding", "about_change", "reply_to"],
  product: ["name", "code", "list_price", "active"],
  price_book: ["name", "standard", "active", "entries"],
  competitor: ["name"],
};

/** The definitions with those fields marked. */
export const withNeeded = (objects: readonly ObjectDefinition[]): readonly ObjectDefinition[] =>
  objects.map((object) => {
    const needed = new Set(NEEDED[object.name]);
    if (needed.size === 0) return object;
    const fields = Object.entries(object.fields).map(
      ([name, field]) => [name, needed.has(name) ? { ...field, needed: true } : field] as const,
    );
    return { ...object, fields: Object.fromEntries(fields) };
  });
