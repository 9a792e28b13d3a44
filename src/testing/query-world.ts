import { PROGRAM } from "../engine/kernel/elevate.ts";
import { randomUUID } from "node:crypto";
import type { RoleRights } from "../shared/rights/rights.ts";
import { buildCatalog, EMPTY_LAYER } from "../engine/catalog/build-catalog.ts";
import type { Context, Principal } from "../engine/kernel/context.ts";
import { toColumns } from "../engine/values/row-values.ts";
import { searchClass, searchFields } from "../engine/query/search-entries.ts";
import { tokensOf } from "../engine/query/search-tokens.ts";
import { applySchema } from "../engine/schema/apply.ts";
import { historyOf, tableOf } from "../engine/schema/names.ts";
import { label } from "../shared/i18n/label.ts";
import { defineObject, type ObjectDefinition, type Values } from "../shared/metadata/object.ts";
import { testDatabase, type TestDatabase } from "./database.ts";

const name = { kind: "text", label: label("名称", "Name"), searchable: true } as const;
const list = { columns: ["name"], sort: "name" };

/**
 * A small company: departments, people, accounts, deals with lines, visits that hang on several objects,
 * tags.
 */
export const queryObjects: readonly ObjectDefinition[] = [
  defineObject({
    name: "department",
    label: label("部门", "Department"),
    plural: label("部门", "Departments"),
    title: "name",
    sharing: "everyone",
    fields: { name },
    list,
  }),
  defineObject({
    name: "user",
    label: label("人员", "Person"),
    plural: label("人员", "People"),
    title: "name",
    sharing: "everyone",
    fields: { name },
    list,
  }),
  defineObject({
    name: "account",
    label: label("客户", "Account"),
    plural: label("客户", "Accounts"),
    title: "name",
    sharing: "owner",
    fields: {
      name,
      industry: { kind: "text", label: label("行业", "Industry") },
      phone: { kind: "phone", label: label("电话", "Phone"), searchable: true, personal: true },
      parent: { kind: "link", label: label("上级客户", "Parent"), targets: ["account"] },
      deals: { kind: "children", label: label("商机", "Deals"), object: "deal", via: "account" },
      won_value: {
        kind: "rollup",
        label: label("赢单额", "Won value"),
        object: "deal",
        via: "account",
        fn: "sum",
        field: "amount",
        filter: `stage == "won"`,
      },
    },
    list,
  }),
  defineObject({
    name: "deal",
    label: label("交易", "Deal"),
    plural: label("交易", "Deals"),
    title: "name",
    sharing: "owner",
    fields: {
      name,
      account: { kind: "link", label: label("客户", "Account"), targets: ["account"] },
      stage: { kind: "stage", label: label("阶段", "Stage") },
      amount: { kind: "money", label: label("金额", "Amount") },
      margin: { kind: "percent", label: label("毛利率", "Margin") },
      quantity: { kind: "integer", label: label("数量", "Quantity") },
      close_date: { kind: "date", label: label("成交日期", "Close date") },
      entered_at: { kind: "datetime", label: label("进入时间", "Entered") },
      secret_note: { kind: "text", label: label("内部备注", "Secret note"), searchable: true },
      double_quantity: {
        kind: "formula",
        label: label("双倍数量", "Double quantity"),
        expression: "quantity * 2",
        returns: "integer",
      },
      industry: {
        kind: "formula",
        label: label("行业", "Industry"),
        expression: "account.industry",
        returns: "text",
      },
      hint: {
        kind: "formula",
        label: label("提示", "Hint"),
        expression: "secret_note & account.name",
        returns: "text",
      },
      tags: { kind: "tags", label: label("标签", "Tags"), object: "deal_tag", via: "deal", target: "tag" },
    },
    list: { columns: ["name", "account", "amount"], sort: "-created_at" },
  }),
  defineObject({
    name: "line",
    label: label("明细", "Line"),
    plural: label("明细", "Lines"),
    title: "name",
    sharing: { parent: "deal" },
    fields: { name, deal: { kind: "link", label: label("交易", "Deal"), targets: ["deal"] } },
    list,
  }),
  defineObject({
    name: "visit",
    label: label("拜访", "Visit"),
    plural: label("拜访", "Visits"),
    title: "name",
    sharing: { parent: "regarding" },
    fields: {
      name,
      regarding: { kind: "link", label: label("关于", "Regarding"), targets: ["account", "deal"] },
      minutes: { kind: "integer", label: label("分钟", "Minutes") },
    },
    list,
  }),
  defineObject({
    name: "tag",
    label: label("标签", "Tag"),
    plural: label("标签", "Tags"),
    title: "name",
    sharing: "everyone",
    fields: { name },
    list,
  }),
  defineObject({
    name: "deal_tag",
    label: label("交易标签", "Deal tag"),
    plural: label("交易标签", "Deal tags"),
    title: "name",
    sharing: "everyone",
    internal: true,
    fields: {
      name,
      deal: { kind: "link", label: label("交易", "Deal"), targets: ["deal"] },
      tag: { kind: "link", label: label("标签", "Tag"), targets: ["tag"] },
    },
    list,
  }),
];

export interface QueryWorld {
  readonly database: TestDatabase;
  /** Everyone's sight. */
  readonly context: Context;
  /** The same world as another principal. */
  as(principal: Partial<Principal>): Context;
  /** Puts records into the live table, in wire form, with what the row columns need; answers their ids. */
  put(object: string, rows: readonly Values[]): Promise<string[]>;
  /** Puts superseded versions. */
  putPast(object: string, rows: readonly Values[]): Promise<void>;
}

const absent = () => Promise.reject(new Error("A world for queries has no such service."));

/** A database of its own with the tables of `queryObjects`. */
export async function queryWorld(): Promise<QueryWorld> {
  const catalog = buildCatalog(1, queryObjects, EMPTY_LAYER);
  const workspace = { code: "main", schema: "w_main" };
  const prepare = async (db: TestDatabase["db"]) => {
    await db.query({ text: `create schema "w_main"` });
    await db.query({
      text: `create table "w_main".search_entry (object text collate "C", id uuid, class text collate "C", title text, tokens text[] collate "C", primary key (object, id, class))`,
    });
    await db.query({ text: `create table "w_main".removed_record (id uuid primary key)` });
    await db.query({
      text: `create table "w_main".derived_state (name text primary key, digest text not null)`,
    });
    await applySchema(db, workspace, catalog);
  };
  const database = await testDatabase({ template: "query_world", prepare });
  const calendar = { isWorkingDay: () => true, add: (date: string) => date, between: () => 0 };
  const context: Context = {
    db: database.db,
    workspace,
    catalog,
    shipped: queryObjects,
    follower: {
      follow: () => () => undefined,
      told: () => undefined,
      whenTold: () => () => undefined,
      stop: () => undefined,
    },
    services: { files: { put: absent, open: absent, delete: absent }, jobs: { enqueue: absent } },
    hooks: { derives: [], guards: [], adds: [], subscribers: [] },
    company: { name: "渠成", currency: "CNY", zone: "Asia/Shanghai", language: "zh-CN", calendar },
    principal: PROGRAM,
    language: "zh-CN",
    requestId: "test",
    secret: "a secret of the test",
    now: "2026-03-31T04:00:00.000000Z",
  };
  const store = async (table: string, object: string, rows: readonly Values[]): Promise<string[]> => {
    const fields = catalog.object(object)?.fields ?? [];
    const stored = rows.map((row) => {
      const columns = Object.assign(
        {},
        row,
        ...fields
          .filter((field) => row[field.name] !== undefined)
          .map((field) => toColumns(field, row[field.name] ?? null)),
      );
      const born = "2020-01-01T00:00:00Z";
      return {
        id: randomUUID(),
        version: 1,
        created_at: born,
        updated_at: born,
        valid_from: born,
        recorded: 1,
        ...columns,
      };
    });
    const names = [...new Set(stored.flatMap((row) => Object.keys(row)))]
      .map((column) => `"${column}"`)
      .join(", ");
    if (stored.length > 0)
      await database.db.query({
        text: `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1::json)`,
        values: [JSON.stringify(stored)],
      });
    return stored.map((row) => row.id);
  };
  return {
    database,
    context,
    as: (principal) => ({
      ...context,
      principal: { ...PROGRAM, kind: "person", name: "person", ...principal },
    }),
    async put(object, rows) {
      const ids = await store(tableOf(workspace, object), object, rows);
      await putSearch(database, catalog.object(object)!, rows, ids);
      return ids;
    },
    async putPast(object, rows) {
      await store(historyOf(workspace, object), object, rows);
    },
  };
}

async function putSearch(
  database: TestDatabase,
  object: NonNullable<ReturnType<Context["catalog"]["object"]>>,
  rows: readonly Values[],
  ids: readonly string[],
): Promise<void> {
  const entries = rows.flatMap((row, at) => {
    const classes = new Map<string, string[]>();
    for (const field of searchFields(object)) {
      const value = row[field.name];
      if (typeof value === "string")
        classes.set(searchClass(object, field), [
          ...(classes.get(searchClass(object, field)) ?? []),
          ...tokensOf(value),
        ]);
    }
    return [...classes].map(([name, tokens]) => ({
      object: object.name,
      id: ids[at],
      class: name,
      tokens: [...new Set(tokens)],
    }));
  });
  if (entries.length > 0)
    await database.db.query({
      text: `insert into "w_main".search_entry (object, id, class, tokens) select object, id, class, tokens from json_populate_recordset(null::"w_main".search_entry, $1::json)`,
      values: [JSON.stringify(entries)],
    });
}

/** A role that grants one scope on every object, with field rights where told. */
export const roleOf = (
  scope: RoleRights["objects"][string]["read"],
  fields: RoleRights["fields"] = {},
): RoleRights => ({
  id: "role",
  name: "role",
  objects: { "*": { create: true, read: scope, update: scope, delete: scope } },
  fields,
  abilities: [],
});
