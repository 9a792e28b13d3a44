import { label } from "../../../../shared/i18n/label.ts";
import { defineObject } from "../../../../shared/metadata/object.ts";

const count = (zh: string, en: string) =>
  ({ kind: "integer", label: label(zh, en), computed: true }) as const;

/**
 * An import as a record: listed, found again, with its history. What a running one needs by the batch is in
 * `import_run`.
 */
export const importObject = defineObject({
  name: "import",
  label: label("导入", "Import"),
  plural: label("导入", "Imports"),
  icon: "upload",
  title: "file_name",
  sharing: "owner",
  internal: true,
  fields: {
    file_name: { kind: "text", label: label("文件", "File"), computed: true, max_length: 255 },
    object: { kind: "text", label: label("对象", "Object"), computed: true, indexed: true, max_length: 60 },
    status: {
      kind: "select",
      label: label("状态", "Status"),
      computed: true,
      silent: false,
      indexed: true,
      options: [
        { name: "queued", label: label("排队中", "Queued"), status: "open" },
        { name: "running", label: label("进行中", "Running"), status: "active" },
        { name: "waiting", label: label("已暂停", "Paused"), status: "open" },
        { name: "done", label: label("已完成", "Done"), status: "done" },
        { name: "failed", label: label("失败", "Failed"), status: "lost" },
        { name: "cancelled", label: label("已取消", "Cancelled"), status: "cancelled" },
        { name: "undone", label: label("已撤销", "Undone"), status: "cancelled" },
      ],
    },
    dry_run: { kind: "boolean", label: label("预检", "Dry run"), computed: true },
    options: { kind: "json", label: label("选项", "Options"), computed: true, internal: true },
    rows: count("行数", "Rows"),
    created: count("新建", "Created"),
    updated: count("更新", "Updated"),
    skipped: count("跳过", "Skipped"),
    failed: count("失败行", "Failed rows"),
    linked_created: count("同时新建", "Also created"),
    overrides: count("特批通过", "Exceptions"),
    started_at: { kind: "datetime", label: label("开始时间", "Started"), computed: true },
    finished_at: { kind: "datetime", label: label("结束时间", "Finished"), computed: true },
  },
  list: {
    columns: [
      "file_name",
      "object",
      "status",
      "rows",
      "created",
      "updated",
      "skipped",
      "failed",
      "created_at",
      "owner",
    ],
    sort: "-created_at",
  },
});
