import { type Label, label } from "../../../../shared/i18n/label.ts";
import type { Ability } from "./abilities.contract.ts";

const ability = (name: string, zh: string, en: string, more: Label): Ability => ({
  name,
  label: label(zh, en),
  description: more,
});

/** What a role may allow beyond records and fields. */
export const ABILITIES: readonly Ability[] = [
  ability(
    "settings.manage",
    "管理公司设置",
    "Manage company settings",
    label("公司名称、币种、时区、工作日历", "Company name, currency, time zone and working calendar"),
  ),
  ability(
    "security.manage",
    "管理登录安全",
    "Manage sign-in security",
    label(
      "两步验证、企业账号登录、网络限制、导出限额、水印、保留期限",
      "Two-step sign-in, company accounts, network restrictions, export limits, watermark and retention",
    ),
  ),
  ability(
    "people.manage",
    "管理成员",
    "Manage people",
    label("邀请成员、设置登录、结束他人的会话", "Invite people, set up sign-in, end others’ sessions"),
  ),
  ability(
    "roles.manage",
    "管理角色",
    "Manage roles",
    label("编辑角色权限，为成员分配角色", "Edit role permissions and assign roles to people"),
  ),
  ability(
    "objects.manage",
    "管理对象与字段",
    "Manage objects and fields",
    label("新建和修改对象、字段、选项", "Create and change objects, fields and options"),
  ),
  ability(
    "pipelines.manage",
    "管理流程",
    "Manage pipelines",
    label("编辑并发布阶段与关卡", "Edit and publish stages and gates"),
  ),
  ability(
    "pipeline.override",
    "特批通过关卡",
    "Make exceptions at gates",
    label(
      "条件未满足时说明理由后推进，会留下记录",
      "Move records on with a recorded reason although criteria are not met",
    ),
  ),
  ability(
    "pipeline.reopen",
    "重新打开",
    "Reopen closed records",
    label("重新打开已赢单或输单的记录", "Reopen records that are won or lost"),
  ),
  ability("record.import", "导入", "Import", label("从文件批量导入记录", "Import records from files")),
  ability("record.export", "导出", "Export", label("把列表导出为文件", "Export lists to files")),
  ability(
    "record.transfer",
    "转移负责人",
    "Transfer ownership",
    label("把记录转给其他负责人", "Transfer records to another owner"),
  ),
  ability(
    "record.unmask",
    "查看脱敏内容",
    "Show masked values",
    label(
      "逐个查看脱敏字段的完整内容，每次查看都会留下记录",
      "See masked values in full, one at a time; each time is logged",
    ),
  ),
  ability(
    "record.restore",
    "恢复记录",
    "Restore records",
    label("查看回收站并恢复已删除的记录", "See the recycle bin and restore deleted records"),
  ),
  ability(
    "api_keys.manage",
    "管理 API 密钥",
    "Manage API keys",
    label("为程序创建和吊销密钥", "Create and revoke keys for programs"),
  ),
  ability(
    "permissions.explain",
    "权限检查",
    "Permission check",
    label(
      "查明任何人为什么能或不能查看、操作某条记录",
      "See why anyone can or cannot see a record or work on it",
    ),
  ),
  ability(
    "permissions.view_as",
    "以他人身份查看",
    "View as someone else",
    label(
      "以其他成员或角色的身份只读查看，全程留下记录",
      "View everything as another person or role, read-only and logged",
    ),
  ),
  ability(
    "audit.read",
    "查看审计日志",
    "View the audit log",
    label(
      "查看所有变更，以及登录、导出等访问记录",
      "View all changes, sign-ins, exports and other recorded access",
    ),
  ),
  ability(
    "privacy.manage",
    "处理个人信息请求",
    "Handle personal data requests",
    label(
      "导出一个人的全部信息，申请和批准删除",
      "Export everything held about a person; request and approve erasure",
    ),
  ),
];
