import type { JobKind } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { defineObject } from "../../../../shared/metadata/object.ts";

const count = (zh: string, en: string) =>
  ({ kind: "integer", label: label(zh, en), computed: true }) as const;

/** Long work as a record of who started it. What a running one needs by the batch is in `job_run`. */
export const jobObjectWith = (kinds: readonly Pick<JobKind, "name" | "label">[]) =>
  defineObject({
    name: "job",
    label: label("后台任务", "Background job"),
    plural: label("后台任务", "Background jobs"),
    icon: "clock",
    title: "kind",
    sharing: { personal: "read" },
    internal: true,
    fields: {
      kind: {
        kind: "select",
        label: label("种类", "Type"),
        computed: true,
        options: kinds.map(({ name, label: words }) => ({ name, label: words })),
      },
      object: { kind: "text", label: label("对象", "Object"), computed: true, max_length: 60 },
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
      done: count("已处理", "Done"),
      refused: count("未通过", "Not accepted"),
      total: count("总数", "Total"),
      finished_at: { kind: "datetime", label: label("结束时间", "Finished"), computed: true },
    },
    list: {
      columns: ["kind", "object", "status", "done", "refused", "total", "created_at"],
      sort: "-created_at",
    },
  });

/** The same where only its fields matter: to write jobs, and to read them typed. */
export const jobObject = jobObjectWith([]);
