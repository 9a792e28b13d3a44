import { type Label, type LabelMap, label, LANGUAGES, textOf } from "../../shared/i18n/label.ts";
import { defineMessages, say } from "../../shared/i18n/messages.ts";
import type { Grant } from "./grant.ts";
import type { FieldRight, RecordScope } from "../../shared/rights/rights.ts";

/** A sentence of a proof in both languages; its parts may themselves be texts in two languages. */
export function sentence(text: Label, parts: Readonly<Record<string, LabelMap | string>> = {}): Label {
  const [zh, en] = LANGUAGES.map((language) =>
    say(
      text,
      language,
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [
          name,
          typeof part === "string" ? part : textOf(part, language),
        ]),
      ),
    ),
  );
  return label(zh ?? "", en ?? "");
}

export const scopeMessages: Readonly<Record<RecordScope | "reports", Label>> = defineMessages({
  reports: label("本人及下属", "own and direct reports’"),
  none: label("无", "none"),
  own: label("本人", "own"),
  department: label("本部门", "own department"),
  subtree: label("本部门及下级", "own department and those below"),
  all: label("全部", "all"),
});
export const rightMessages: Readonly<Record<FieldRight, Label>> = defineMessages({
  hidden: label("隐藏", "hidden"),
  mask: label("脱敏", "masked"),
  read: label("只读", "read only"),
  edit: label("可编辑", "editable"),
});
export const proofActionMessages = defineMessages({
  read: label("查看", "view"),
  update: label("编辑", "edit"),
  delete: label("删除", "delete"),
});

/**
 * What is said of each way when it holds and when it does not. A new kind of way does not compile without its
 * texts.
 */
export const grantMessages: Readonly<
  Record<Grant["why"] | "reports" | "share" | "rule", { readonly held: Label; readonly failed: Label }>
> = {
  reports: {
    held: label("负责人 {owner} 向 {person} 汇报", "The owner {owner} reports to {person}"),
    failed: label("负责人 {owner} 不在 {person} 的汇报线上", "The owner {owner} does not report to {person}"),
  },
  share: {
    held: label("这条记录已共享给 {person}{shared}", "The record is shared with {person}{shared}"),
    failed: label("没有把这条记录共享给 {person}", "The record is not shared with {person}"),
  },
  rule: {
    held: label("符合共享规则{rule}", "It matches the sharing rule {rule}"),
    failed: label("不符合共享规则{rule}", "It does not match the sharing rule {rule}"),
  },
  system: {
    held: label("由系统执行", "Done by the system itself"),
    failed: label("不是由系统执行", "Not done by the system itself"),
  },
  handed: {
    held: label("这条记录交给了 {person} 协作", "The record was handed to {person}"),
    failed: label("这条记录没有交给 {person} 协作", "The record was not handed to {person}"),
  },
  everyone: {
    held: label("所有能使用“{object}”的人都可以", "“{object}” is open to everyone who may use it"),
    failed: label("“{object}”没有对所有人开放", "“{object}” is not open to everyone"),
  },
  all: {
    held: label("范围为全部“{object}”", "The scope covers all of “{object}”"),
    failed: label("范围不是全部", "The scope does not cover everything"),
  },
  owner: {
    held: label("负责人是 {person} 本人", "{person} is the owner"),
    failed: label("负责人是 {owner}，不是 {person}", "The owner is {owner}, not {person}"),
  },
  department: {
    held: label(
      "部门 {reached} ⊃ 该记录所属部门 {department}",
      "Department {reached} ⊃ the record’s department {department}",
    ),
    failed: label(
      "该记录所属部门 {department} 不在 {person} 的部门范围（{departments}）之内",
      "The record’s department {department} is not within {person}’s departments ({departments})",
    ),
  },
  parent: {
    held: label(
      "因为可以{action}它所属的{parent}“{parent_title}”",
      "Follows the {parent} “{parent_title}” it belongs to",
    ),
    failed: label(
      "不能{action}它所属的{parent}“{parent_title}”",
      "No permission to {action} the {parent} “{parent_title}” it belongs to",
    ),
  },
  unattached: {
    held: label(
      "未关联其他记录，按自身的负责人和部门判断",
      "It is not linked to another record, so its own owner and department decide",
    ),
    failed: label("不适用“未关联其他记录”的情形", "It is linked to another record, so this does not apply"),
  },
  while: {
    held: label("{source}：期间可以查看", "{source}: may view it meanwhile"),
    failed: label("{source}：这条记录不在其中", "{source}: not this record"),
  },
  state: {
    held: label(
      "角色 {role}：记录满足“{when}”时{action}范围为{scope}；这条记录满足",
      "Role {role}: while “{when}”, scope to {action}: {scope}; this record is in that state",
    ),
    failed: label(
      "角色 {role}：记录满足“{when}”时{action}范围为{scope}；这条记录不满足，或不在该范围内",
      "Role {role}: while “{when}”, scope to {action}: {scope}; this record is not in that state, or beyond that scope",
    ),
  },
  opened: {
    held: label("其负责人已将它公开给所有人", "Its owner made it public"),
    failed: label("没有公开给所有人", "Its owner has not made it public"),
  },
};

export const proofMessages = defineMessages({
  role: label("角色 {role} → {action}范围：{scope}", "Role {role} → scope to {action}: {scope}"),
  role_none: label("角色 {role} 不能{action}“{object}”", "Role {role} may not {action} “{object}”"),
  no_role: label("{person} 没有任何角色", "{person} has no role"),
  unread: label("看不到的记录不能修改", "Records you cannot see cannot be changed"),
  ledger: label("随所属记录可见，不需要角色授权", "Visible with the record it belongs to; no role is needed"),
  personal: label("“{object}”属于个人，与角色无关", "“{object}” are personal, so roles do not matter"),
  missing: label("没有这条记录", "There is no such record"),
  bin: label("记录在回收站中", "The record is in the recycle bin"),
  not_bin: label("记录不在回收站中", "The record is not in the recycle bin"),
  wider: label(
    "最宽的{action}范围是{scope}；更宽的范围才会包含部门 {department}",
    "The widest scope to {action} is {scope}; it does not reach department {department}",
  ),
  loose: label("没有关联任何{parent}", "Not linked to any {parent}"),
  field: label("角色 {role} → 字段“{field}”{right}", "Role {role} → field “{field}” {right}"),
  field_state: label(
    "角色 {role} → 记录满足“{when}”时字段“{field}”{right}；这条记录满足",
    "Role {role} → while “{when}”, field “{field}” {right}; this record is in that state",
  ),
  field_state_else: label(
    "角色 {role} → 记录满足“{when}”时字段“{field}”{right}；这条记录不满足",
    "Role {role} → while “{when}”, field “{field}” {right}; this record is not in that state",
  ),
  field_state_any: label(
    "角色 {role} → 记录满足“{when}”时字段“{field}”{right}",
    "Role {role} → while “{when}”, field “{field}” {right}",
  ),
  field_locked: label("字段“{field}”已锁定：{lock}", "Field “{field}” is locked: {lock}"),
  field_system: label("字段“{field}”只供系统内部使用", "Field “{field}” is for internal use only"),
  field_computed: label(
    "字段“{field}”由系统计算，不能直接修改",
    "Field “{field}” is calculated and cannot be edited",
  ),
  field_fixed: label("字段“{field}”创建后不能修改", "Field “{field}” cannot be changed after creation"),
  field_reads: label(
    "“{field}”由“{source}”（{object}）计算得出，而后者{right}",
    "“{field}” is calculated from “{source}” ({object}), which is {right}",
  ),
  field_none: label(
    "{person} 的角色都不能使用“{object}”，因此看不到它的字段",
    "None of {person}’s roles may use “{object}”, so its fields are hidden",
  ),
  ability: label("角色 {role} → 功能权限“{ability}”", "Role {role} → permission “{ability}”"),
  ability_missing: label("没有角色授予功能权限“{ability}”", "No role grants the permission “{ability}”"),
  create: label("角色 {role} 可以新建“{object}”", "Role {role} may create “{object}”"),
  create_none: label("角色 {role} 不能新建“{object}”", "Role {role} may not create “{object}”"),
  share_via: label("，通过{kind} {name}", " through the {kind} {name}"),
  share_until: label("，至 {until}", " until {until}"),
  share_more: label("{via}{until}", "{via}{until}"),
  nobody: label("无人", "nobody"),
  no_department: label("（无部门）", "(no department)"),
});
