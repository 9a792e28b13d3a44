import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import {
  anyValue,
  choice,
  data,
  flag,
  list,
  moment,
  nullable,
  object,
  optional,
  text,
  values,
  whole,
  type Static,
} from "./schema.ts";

/** Everything of a company's own that describes; beside these lists one for each part of a module. */
const Package = object({
  sluice_package: whole(),
  made_at: moment(),
  company: text(),
  objects: list(object({ name: text(), definition: values() })),
  fields: list(object({ object: text(), name: text(), definition: values() })),
  changes: list(object({ object: text(), field: nullable(text()), changes: values() })),
});
export type Package = Readonly<Static<typeof Package>>;

const PackageLine = object({
  part: text(),
  name: text(),
  difference: choice("new", "changed", "same", "refused"),
  reasons: optional(list(object({ field: optional(text()), message: text() }))),
});
export type PackageLine = Readonly<Static<typeof PackageLine>>;
const PackageAnswer = object({
  dry_run: flag(),
  lines: list(PackageLine),
  differing: whole(),
  refused: whole(),
});
export type PackageAnswer = Readonly<Static<typeof PackageAnswer>>;

const one = { tag: "objects", path: "/definitions/package" } as const;

export const readPackage = contract({
  ...one,
  method: "GET",
  summary: label("导出配置包", "Export the company’s own definitions as a package"),
  description: label(
    "把本公司的对象、字段和修改导出为一个文件，可导入另一套系统。",
    "The company’s own objects, fields and changes as one document, to be imported elsewhere.",
  ),
  answer: Package,
});

export const applyPackage = contract({
  ...one,
  method: "POST",
  summary: label("导入配置包；dry_run 只列出差异", "Import a package; dry_run only lists what would differ"),
  description: label(
    "导入配置包。dry_run 时只返回会有哪些差异，什么都不改。",
    "Imports such a package. With dry_run it only tells what would differ.",
  ),
  body: object({ package: anyValue(), dry_run: optional(flag()) }),
  answer: data(PackageAnswer),
  errors: { wrong: 422, busy: 409 },
});
