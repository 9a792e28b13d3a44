import { parentOf } from "../../../../shared/metadata/object.ts";
import { isShown, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { objectMessages as t } from "./objects.messages.ts";

export const AREAS = [
  { value: "today", label: t.areaToday },
  { value: "leads", label: t.areaLeads },
  { value: "accounts", label: t.areaAccounts },
  { value: "deals", label: t.areaDeals },
  { value: "catalog", label: t.areaCatalog },
  { value: "work", label: t.areaWork },
  { value: "settings", label: t.areaSettings },
] as const;

export interface ObjectDraft {
  readonly zh: string;
  readonly en: string;
  readonly pluralZh: string;
  readonly pluralEn: string;
  readonly area: string;
  /** "owner", "everyone" or "parent:<field>". */
  readonly sharing: string;
  readonly moneyDocument: boolean;
  readonly columns: readonly string[];
  readonly sort: string;
}

export function draftOfObject(object: ObjectInfo): ObjectDraft {
  const parent = parentOf(object.sharing)?.parent;
  const has = (name: string): boolean => {
    const field = object.byName[name];
    return field !== undefined && isShown(field);
  };
  return {
    zh: object.label["zh-CN"] ?? "",
    en: object.label["en"] ?? "",
    pluralZh: object.plural["zh-CN"] ?? "",
    pluralEn: object.plural["en"] ?? "",
    area: object.area ?? "",
    sharing: parent ? `parent:${parent}` : String(object.sharing),
    moneyDocument: object.money_document === true,
    columns: object.list.columns.filter(has),
    sort: object.list.sort.split(",")[0] ?? "",
  };
}

const two = (zh: string, en: string): Readonly<Record<string, string>> => ({
  ...(zh.trim() ? { "zh-CN": zh } : {}),
  ...(en.trim() ? { en } : {}),
});
/** Only what was changed here. */
export function objectBody(draft: ObjectDraft, object: ObjectInfo): Readonly<Record<string, unknown>> {
  const before = draftOfObject(object);
  const differs = (...keys: readonly (keyof ObjectDraft)[]): boolean =>
    keys.some((key) => JSON.stringify(draft[key]) !== JSON.stringify(before[key]));
  const list = {
    ...(differs("columns") ? { columns: draft.columns } : {}),
    ...(differs("sort") ? { sort: draft.sort } : {}),
  };
  const sharing = draft.sharing.startsWith("parent:")
    ? { parent: draft.sharing.slice("parent:".length) }
    : draft.sharing;
  return {
    ...(differs("zh", "en") ? { label: two(draft.zh, draft.en) } : {}),
    ...(differs("pluralZh", "pluralEn") ? { plural: two(draft.pluralZh, draft.pluralEn) } : {}),
    ...(differs("area") ? { area: draft.area } : {}),
    ...(object.custom && differs("sharing") ? { sharing } : {}),
    ...(differs("moneyDocument") ? { money_document: draft.moneyDocument } : {}),
    ...(Object.keys(list).length > 0 ? { list } : {}),
  };
}
