import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

/** A person of the company. Their department is the system field of that name. */
export const user = defineObject({
  name: "user",
  label: label("成员", "Person"),
  plural: label("成员", "People"),
  icon: "user",
  area: "settings",
  title: "name",
  sharing: "everyone",
  fields: {
    name: {
      kind: "text",
      label: label("姓名", "Name"),
      required: true,
      indexed: true,
      searchable: true,
      personal: true,
      max_length: 100,
    },
    login: {
      kind: "text",
      label: label("登录名", "Login"),
      description: label(
        "没有登录名的成员可以负责记录，但不能登录",
        "Someone without a login can own records but cannot sign in",
      ),
      example: "wang.li",
      indexed: true,
      searchable: true,
      max_length: 100,
    },
    kind: {
      kind: "select",
      label: label("账号类型", "Account"),
      description: label(
        "协作者没有角色，只看到交给他的任务",
        "A collaborator has no roles and sees only the tasks handed to them",
      ),
      default: "person",
      indexed: true,
      options: [
        { name: "person", label: label("成员", "Full account") },
        { name: "collaborator", label: label("协作者", "Collaborator") },
      ],
    },
    title: { kind: "text", label: label("职务", "Job title"), example: "区域销售经理", max_length: 100 },
    email: { kind: "email", label: label("邮箱", "Email"), indexed: true, searchable: true, personal: true },
    mobile: {
      kind: "phone",
      region: "mobile",
      label: label("手机", "Mobile"),
      indexed: true,
      searchable: true,
      personal: true,
    },
    departments: {
      kind: "tags",
      object: "user_department",
      via: "user",
      target: "place",
      label: label("兼任部门", "Additional departments"),
    },
    manager: { kind: "person", label: label("直属上级", "Manager"), indexed: true },
    active: { kind: "boolean", label: label("启用", "Active"), default: true, indexed: true },
    language: {
      kind: "select",
      label: label("界面语言", "Language"),
      options: [
        { name: "zh-CN", label: label("简体中文", "简体中文") },
        { name: "en", label: label("English", "English") },
      ],
    },
    avatar: { kind: "image", max_count: 1, label: label("头像", "Picture"), personal: true },
  },
  unique: [{ fields: ["login"], fold: true }],
  list: { columns: ["name", "login", "title", "department", "manager", "mobile", "active"], sort: "name" },
  sections: [
    {
      label: label("基本信息", "Basics"),
      fields: ["name", "title", "department", "departments", "manager", "avatar"],
    },
    {
      label: label("登录与联系", "Sign-in and contact"),
      fields: ["login", "kind", "email", "mobile", "language", "active"],
    },
  ],
});
