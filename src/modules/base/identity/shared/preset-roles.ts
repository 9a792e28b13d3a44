import { type Label, label } from "../../../../shared/i18n/label.ts";
import {
  EVERYTHING,
  type ObjectRights,
  type RecordScope,
  type Rights,
} from "../../../../shared/rights/rights.ts";

export interface PresetRole {
  readonly name: string;
  readonly label: Label;
  readonly description: Label;
  readonly rights: Rights;
}
type Objects = Record<string, ObjectRights>;

/** The role that always has an active holder. */
export const ADMINISTRATOR = "administrator";

const work = (read: RecordScope, update: RecordScope = read, remove: RecordScope = "none"): ObjectRights => ({
  create: true,
  read,
  update,
  delete: remove,
});
const look = (read: RecordScope = "all"): ObjectRights => ({
  create: false,
  read,
  update: "none",
  delete: "none",
});
const forEach = (names: readonly string[], rights: ObjectRights): Objects =>
  Object.fromEntries(names.map((name) => [name, rights]));

const CATALOG = [
  "product",
  "price_book",
  "price_book_entry",
  "competitor",
  "tag",
  "form",
  "article",
  "campaign",
];
const DEALS = ["opportunity", "quote", "contract", "order"];
const DEAL_LINES = ["quote_line", "order_line", "opportunity_tag"];
const MONEY = ["invoice", "payment_plan", "payment", "payment_allocation"];
const PARTIES = ["account", "contact"];
const PARTY_TAGS = ["account_tag", "contact_tag"];
const RECORDS_OF_WORK = ["task", "activity", "note", "comment", "file", "form_response"];

/** What everyone in the company may see, so that names of people, departments and products are readable. */
const COMMON: Objects = {
  ...forEach(
    [
      "user",
      "department",
      "user_department",
      "department_move",
      "team",
      "team_member",
      "company",
      "calendar_day",
      "working_calendar",
      "exchange_rate",
      "pipeline",
      "pipeline_version",
    ],
    look(),
  ),
  ...forEach(CATALOG, look()),
  view: work("all", "own", "own"),
  absence: work("own", "own", "own"),
};
/** One's own import runs, for roles that may import. */
const IMPORTS: Objects = { import: work("own") };
const ownWork = (read: RecordScope): Objects => forEach(RECORDS_OF_WORK, work(read, read, "own"));

/**
 * Sales roles differ in whose records they reach; sellers do not delete accounts and deals, so that numbers
 * stay true.
 */
const sales = (scope: RecordScope, remove: RecordScope): Objects => ({
  ...COMMON,
  ...ownWork(scope),
  ...forEach(["lead", ...PARTIES, ...DEALS], work(scope, scope, remove)),
  ...forEach([...DEAL_LINES, ...PARTY_TAGS, "lead_tag"], work(scope, scope, scope)),
  ...forEach(MONEY, look(scope)),
  competitor: work("all", "own"),
  ticket: work(scope),
  goal: look(scope),
});
const rights = (
  objects: Objects,
  abilities: readonly string[] = [],
  fields: Rights["fields"] = {},
): Rights => ({ objects, fields, abilities });

/** The roles a new company starts with. Seeded once; afterwards they are the company's own. */
export const PRESET_ROLES: readonly PresetRole[] = [
  {
    name: ADMINISTRATOR,
    label: label("系统管理员", "Administrator"),
    description: label("不受限制：全部数据和设置", "No limits: all data and all settings"),
    rights: rights({ "*": EVERYTHING }, ["*"]),
  },
  {
    name: "sales_director",
    label: label("销售总监", "Sales director"),
    description: label(
      "查看和编辑全公司的销售数据，可以特批通过关卡",
      "All sales data of the company; can make exceptions at gates",
    ),
    rights: rights(
      {
        ...sales("all", "all"),
        ...IMPORTS,
        goal: work("all", "all", "all"),
        absence: work("all", "all", "all"),
      },
      [
        "pipeline.override",
        "pipeline.reopen",
        "record.import",
        "record.export",
        "record.transfer",
        "record.restore",
        "permissions.explain",
      ],
    ),
  },
  {
    name: "sales_manager",
    label: label("销售经理", "Sales manager"),
    description: label("本部门及下级部门的销售数据", "Sales data of their departments and those below"),
    rights: rights(
      { ...sales("subtree", "own"), ...IMPORTS, absence: work("subtree", "subtree", "subtree") },
      ["pipeline.reopen", "record.import", "record.export", "record.transfer"],
    ),
  },
  {
    name: "seller",
    label: label("销售代表", "Seller"),
    description: label("自己负责的线索、客户和商机", "Their own leads, accounts and opportunities"),
    rights: rights({ ...sales("own", "none"), lead: work("own", "own", "own") }, [], {
      lead: { score: "read" },
    }),
  },
  {
    name: "marketing",
    label: label("市场专员", "Marketing"),
    description: label(
      "全部线索和市场活动，客户与商机只读",
      "All leads and campaigns; accounts and opportunities read-only",
    ),
    rights: rights(
      {
        ...COMMON,
        ...IMPORTS,
        ...ownWork("own"),
        ...forEach(
          ["lead", "lead_tag", "campaign", "campaign_member", "tag", "form"],
          work("all", "all", "own"),
        ),
        ...forEach([...PARTIES, ...PARTY_TAGS], look()),
        opportunity: look(),
        opportunity_tag: look(),
      },
      ["record.import", "record.export"],
      { contact: { mobile: "mask", phone: "mask" } },
    ),
  },
  {
    name: "finance",
    label: label("财务", "Finance"),
    description: label(
      "开票与回款，客户、商机与合同只读",
      "Invoices and payments; accounts, opportunities and contracts read-only",
    ),
    rights: rights(
      {
        ...COMMON,
        ...IMPORTS,
        ...ownWork("own"),
        ...forEach(MONEY, work("all", "all", "own")),
        ...forEach([...PARTIES, ...PARTY_TAGS, ...DEALS, ...DEAL_LINES], look()),
        price_book: work("all"),
        exchange_rate: work("all"),
        price_book_entry: work("all", "all", "all"),
      },
      ["record.import", "record.export"],
      { contact: { mobile: "mask" } },
    ),
  },
  {
    name: "legal",
    label: label("法务", "Legal"),
    description: label(
      "审阅全部合同，客户、商机与报价只读",
      "Reviews all contracts; accounts, opportunities and quotes read-only",
    ),
    rights: rights(
      {
        ...COMMON,
        ...ownWork("own"),
        ...forEach([...PARTIES, ...PARTY_TAGS, ...DEALS, ...DEAL_LINES], look()),
        contract: work("all"),
        file: work("all", "own", "own"),
      },
      ["record.export"],
      { contact: { mobile: "mask", phone: "mask" } },
    ),
  },
  {
    name: "service",
    label: label("客户服务", "Service"),
    description: label("工单与客户互动，客户资料只读", "Tickets and conversations; account data read-only"),
    rights: rights(
      {
        ...COMMON,
        ...forEach(RECORDS_OF_WORK, work("all", "own", "own")),
        ...forEach([...PARTIES, ...PARTY_TAGS], look()),
        ticket: work("all"),
        article: work("all", "all", "own"),
        contact: work("all"),
        order: look(),
        order_line: look(),
      },
      [],
    ),
  },
  {
    name: "read_only",
    label: label("只读", "Read only"),
    description: label("查看全部业务数据，不能修改", "Sees all business data but changes nothing"),
    rights: rights({
      ...COMMON,
      ...forEach(
        [
          "lead",
          "lead_tag",
          "ticket",
          "campaign_member",
          "goal",
          ...PARTIES,
          ...PARTY_TAGS,
          ...DEALS,
          ...DEAL_LINES,
          ...MONEY,
          ...RECORDS_OF_WORK,
        ],
        look(),
      ),
      view: work("all", "own", "own"),
    }),
  },
];
