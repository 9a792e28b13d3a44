import { label } from "../i18n/label.ts";
import type { FieldDefinition } from "./field.ts";
import type { Shape } from "./record-of.ts";

/**
 * The companions that a field of kind `stage` brings to its object; the pipeline module fills them.
 * An object has at most one stage field, so their names are the same everywhere and filters work across
 * objects.
 * @example fields: { stage: { kind: "stage", label: label("阶段", "Stage") }, ...stageFields() }
 */
export const stageFields = () => STAGE_FIELDS;
const STAGE_FIELDS = {
  pipeline: {
    kind: "link",
    targets: ["pipeline"],
    on_delete: "refuse",
    label: label("流程", "Pipeline"),
    description: label("不填时使用默认流程", "If empty, the default pipeline is used"),
    indexed: true,
  },
  pipeline_version: {
    kind: "integer",
    label: label("流程版本", "Pipeline version"),
    computed: true,
    internal: true,
  },
  stage_type: {
    kind: "select",
    label: label("状态类型", "Stage type"),
    description: label(
      "阶段名称可以自定义，类型始终是进行中、赢单、输单之一",
      "Stages can have any name; their type is always open, won or lost",
    ),
    computed: true,
    indexed: true,
    options: [
      { name: "open", label: label("进行中", "Open"), status: "open" },
      { name: "won", label: label("赢单", "Won"), status: "won" },
      { name: "lost", label: label("输单", "Lost"), status: "lost" },
    ],
  },
  stage_entered_at: {
    kind: "datetime",
    label: label("进入阶段时间", "Stage entered"),
    computed: true,
    indexed: true,
  },
  /** Ticks and answers given so far for the gates of this record. */
  gate_state: { kind: "json", label: label("关卡进度", "Gate progress"), internal: true, silent: true },
} as const satisfies Readonly<Record<string, FieldDefinition>>;

/** What every object with a stage has in common. */
export const staged = { fields: stageFields() } as const satisfies Shape;
