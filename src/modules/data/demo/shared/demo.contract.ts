import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  closed,
  data,
  flag,
  list,
  nullable,
  object,
  text,
  uuid,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

/** The demo company as it stands: none of it, some of it (a load was stopped), or all of it. */
const DemoState = object({
  state: choice("none", "part", "whole"),
  /** The job that adds or removes it now. */
  job: nullable(
    object({
      id: uuid(),
      kind: choice("demo_load", "demo_removal"),
      done: whole(),
      total: nullable(whole()),
    }),
  ),
  /** Records of its own that the company has, by object: with any of them no demo data is added. */
  own: list(object({ object: text(), count: whole() })),
});
export type DemoState = Static<typeof DemoState>;

const tag = "settings";
const started = object({ id: uuid() });

export const readDemo = contract({
  method: "GET",
  path: "/demo",
  tag,
  summary: label("演示数据是否已载入", "Whether the demo data is there"),
  description: label(
    "返回演示数据是否已载入、能否载入，以及正在进行的任务。",
    "Whether demo data is here, whether it could be added, and the job that is under way.",
  ),
  answer: data(DemoState),
});

export const loadDemoData = contract({
  method: "POST",
  path: "/demo",
  tag,
  summary: label("载入演示数据", "Add the demo data, as a background job"),
  description: label(
    "在后台载入演示公司；已有自己的客户、线索或商机时拒绝。",
    "Adds the demo company in the background; refused beside leads, accounts or deals of the company’s own.",
  ),
  status: 202,
  answer: started,
  errors: { has_own_data: 409, demo_loaded: 409, demo_busy: 409 },
});

const AddedRecord = object({ object: text(), id: uuid(), title: nullable(text()) });
export type AddedRecord = Static<typeof AddedRecord>;

export const previewDemoRemoval = contract({
  method: "GET",
  path: "/demo/removal",
  tag,
  summary: label(
    "清除会删除什么，哪些是大家自己加上去的",
    "What would be removed, and what people added to it",
  ),
  description: label(
    "移除之前查看：会移除多少条，哪些是成员在演示记录上新增的。",
    "Before removing: how many records would go, and what people have linked to them.",
  ),
  answer: data(
    object({
      /** Demo records that are there. */
      records: whole(),
      /** What people made that hangs on demo records: the first of them by object. */
      added: list(AddedRecord),
      added_total: whole(),
      /** Records of the company's own that demo people own: they go to whoever removes the demo data. */
      owned: whole(),
    }),
  ),
  errors: { no_demo: 409 },
});

export const removeDemoData = contract({
  method: "POST",
  path: "/demo/removal",
  tag,
  summary: label("清除演示数据", "Remove the demo data, as a background job"),
  description: label(
    "在后台移除演示数据；成员新增的内容按选择保留或移入回收站。",
    "Removes the demo data in the background; what people added is kept or goes to the recycle bin, as chosen.",
  ),
  /** `with_added`: what people added to demo records goes to the recycle bin with it; else both stay. */
  body: closed({ with_added: flag() }),
  status: 202,
  answer: started,
  errors: { no_demo: 409, demo_busy: 409 },
});
