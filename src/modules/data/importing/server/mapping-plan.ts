import type { Field, FieldOf } from "../../../../shared/metadata/field.ts";
import { furtherOf } from "../../../../shared/metadata/further-links.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { fold } from "../../../../shared/text/fold.ts";
import { splitLineField } from "../shared/line-columns.ts";
import { linkTargets } from "../shared/field-columns.ts";
import type { FieldPart, Missing } from "../shared/given-options.contract.ts";
import type { ColumnPlan, ImportOptions } from "../shared/options.contract.ts";
import { withLabels } from "../shared/reasons.labels.ts";
import { LIFE } from "../shared/imported-life.ts";
import { isImportable } from "../shared/importable-field.ts";

const TEXTS = defineMessages({
  unknown_column: label(
    "文件中没有“{column}”这一列，现有：{columns}",
    "The file has no column “{column}”; it has: {columns}",
  ),
  not_importable: label(
    "字段“{field}”由系统维护，不能导入",
    "The field “{field}” is kept by the system and cannot be imported",
  ),
  mapped_twice: label("字段“{field}”被映射了两次", "The field “{field}” is mapped twice"),
  match_not_mapped: label("匹配字段“{field}”没有映射到任何一列", "The match field “{field}” has no column"),
  unknown_link_field: label(
    "“{object}”没有字段“{field}”，不能用它查找",
    "“{object}” has no field “{field}” to be found by",
  ),
  no_stage: label(
    "“{object}”没有阶段，不能使用 stage_entered",
    "“{object}” has no stage; stage_entered cannot be used",
  ),
  nothing_mapped: label("没有任何一列对应到字段", "No column is mapped to a field"),
});

interface StepCommon {
  readonly index: number;
  readonly column: string;
  /** Cell value (folded) → value meant. */
  readonly values: ReadonlyMap<string, string | null>;
  readonly plan: ColumnPlan;
  /** Cells (folded) for which a linked record is made, and those whose row is left out. */
  readonly created: ReadonlySet<string>;
  readonly skipped: ReadonlySet<string>;
  /** The value of every row, where it is no column's. */
  readonly constant?: string;
}
export type LinkStep = StepCommon & {
  readonly does: "link";
  readonly field: Field;
  readonly targets: readonly string[];
  readonly by: readonly string[];
  readonly missing: Missing;
  readonly many: boolean;
  /**
   * One cell may name several records: what the cell says as a whole comes first, as names hold commas, too.
   */
  readonly severalInOne: boolean;
};
/** The column tells the whole life of each record. */
export type LifeStep = StepCommon & {
  readonly does: "life";
  /** By field: how its links are found, by id and by name. */
  readonly links: ReadonlyMap<string, Ways>;
  /** How those who moved the record are found. */
  readonly people: Ways;
};
export interface Ways {
  readonly id: LinkStep;
  readonly name: LinkStep;
}
export type Step =
  | (StepCommon & { readonly does: "value"; readonly field: Field; readonly part?: FieldPart })
  | LinkStep
  | (StepCommon & { readonly does: "stage"; readonly field: Field })
  | (StepCommon & { readonly does: "entered"; readonly stage: string; readonly field: Field })
  | (StepCommon & { readonly does: "id" })
  | LifeStep
  | (StepCommon & { readonly does: "created"; readonly field: Field });

/** What to do with each column, resolved against the catalog. */
export interface MappingPlan {
  readonly object: CatalogObject;
  readonly steps: readonly Step[];
  readonly match: readonly string[];
  readonly options: ImportOptions;
  readonly header: readonly string[];
  /** Lists of lines that rows of the file fill, each as an import of the lines' object. */
  readonly lines: readonly LinesPlan[];
  /** Links to the imported object itself, whose targets the file may bring. */
  readonly selfLinks: readonly LinkStep[];
}
/** Columns of a list of lines: a row that fills one of them is a line of its document. */
export interface LinesPlan {
  readonly field: FieldOf<"children">;
  readonly plan: MappingPlan;
}
export type Planned =
  | { readonly ok: true; readonly plan: MappingPlan }
  | { readonly ok: false; readonly reasons: readonly Reason[] };
type ObjectOf = (name: string) => CatalogObject | undefined;

class Planner {
  readonly steps: Step[] = [];
  readonly reasons: Reason[] = [];
  readonly lists = new Map<FieldOf<"children">, Planner>();
  readonly object: CatalogObject;
  readonly objectOf: ObjectOf;
  constructor(object: CatalogObject, objectOf: ObjectOf) {
    this.object = object;
    this.objectOf = objectOf;
  }
  complain(code: keyof typeof TEXTS, params: Readonly<Record<string, string>>, field?: string): void {
    const labels = Object.entries(params).flatMap(([name, value]) => {
      const known =
        name === "field"
          ? this.object.byName[value]?.label
          : name === "object"
            ? this.objectOf(value)?.label
            : undefined;
      return known ? [[name, known] as const] : [];
    });
    this.reasons.push({ code, params, text: withLabels(TEXTS[code], labels), ...(field ? { field } : {}) });
  }

  column(index: number, column: string, plan: ColumnPlan, constant?: string): void {
    const [list, inLine] = splitLineField(plan.field ?? "");
    if (inLine !== undefined) return this.line(index, column, { ...plan, field: inLine }, list, constant);
    const values = new Map(Object.entries(plan.values ?? {}).map(([cell, meant]) => [fold(cell), meant]));
    const [created, skipped] = [new Set(plan.create?.map(fold)), new Set(plan.skip?.map(fold))];
    const common: StepCommon = {
      index,
      column,
      values,
      plan,
      created,
      skipped,
      ...(constant === undefined ? {} : { constant }),
    };
    if (plan.stageEntered !== undefined) this.entered(common, plan.stageEntered);
    if (plan.field === undefined) return;
    const field = this.object.byName[plan.field];
    if (plan.field === "id") return void this.steps.push({ ...common, does: "id" });
    if (plan.field === LIFE && !field) return this.life(common);
    if (!field || !isImportable(field))
      return this.complain("not_importable", { field: plan.field }, `mapping.${column}`);
    if (
      constant === undefined &&
      this.steps.some(
        (step) =>
          "field" in step &&
          step.does !== "entered" &&
          step.field.name === field.name &&
          step.plan.part === plan.part,
      ) &&
      !this.isOtherWay(field, plan)
    )
      return this.complain("mapped_twice", { field: field.name }, `mapping.${column}`);
    if (field.name === "created_at") this.steps.push({ ...common, does: "created", field });
    else if (field.kind === "stage") this.steps.push({ ...common, does: "stage", field });
    else this.value(common, field, plan);
  }

  private line(index: number, column: string, plan: ColumnPlan, list: string, constant?: string): void {
    const field = this.object.byName[list];
    const object = field?.kind === "children" ? this.objectOf(field.object) : undefined;
    if (field?.kind !== "children" || !object)
      return this.complain("not_importable", { field: list }, `mapping.${column}`);
    if (plan.field === field.via)
      return this.complain("not_importable", { field: `${list}.${field.via}` }, `mapping.${column}`);
    const planner = this.lists.get(field) ?? new Planner(object, this.objectOf);
    this.lists.set(field, planner);
    planner.column(index, column, plan, constant);
  }

  /** The plans of the lists, with what is wrong in them. */
  linesPlans(options: ImportOptions, header: readonly string[]): readonly LinesPlan[] {
    return [...this.lists].map(([field, { object, steps, reasons }]) => {
      this.reasons.push(...reasons);
      return { field, plan: { object, steps, match: [], options, header, lines: [], selfLinks: [] } };
    });
  }

  /** A link may stand in a file twice: by id, and by the name beside it. */
  private isOtherWay(field: Field, { by }: ColumnPlan): boolean {
    const ways = this.steps.flatMap((step) =>
      step.does === "link" && step.field.name === field.name && step.constant === undefined
        ? [step.by[0] === "id"]
        : [],
    );
    return ways.length === 1 && ways[0] !== (by?.[0] === "id");
  }

  private life(common: StepCommon): void {
    const links = new Map<string, Ways>();
    for (const field of this.object.fields) {
      const targets = field.kind === "tags" || !isImportable(field) ? [] : linkTargets(field, this.objectOf);
      if (targets.length > 0) links.set(field.name, this.waysTo(common, field, targets));
    }
    const maker = this.object.byName["created_by"];
    if (!maker) return this.complain("not_importable", { field: LIFE }, `mapping.${common.column}`);
    this.steps.push({ ...common, does: "life", links, people: this.waysTo(common, maker, ["user"]) });
  }

  private waysTo(common: StepCommon, field: Field, targets: readonly string[]): Ways {
    const title = this.objectOf(targets[0] ?? "")?.title ?? "name";
    const step = (by: string): LinkStep => ({
      ...common,
      does: "link",
      field,
      targets,
      by: [by],
      missing: "empty",
      many: false,
      severalInOne: false,
    });
    return { id: step("id"), name: step(title) };
  }

  private entered(common: StepCommon, stage: string): void {
    const field =
      this.object.stageField === undefined ? undefined : this.object.byName[this.object.stageField];
    if (field) this.steps.push({ ...common, does: "entered", stage, field });
    else this.complain("no_stage", { object: this.object.name }, `mapping.${common.column}`);
  }

  private value(common: StepCommon, field: Field, plan: ColumnPlan): void {
    const targets = linkTargets(field, this.objectOf);
    const [first] = targets;
    if (first === undefined)
      return void this.steps.push({
        ...common,
        does: "value",
        field,
        ...(plan.part ? { part: plan.part } : {}),
      });
    const by = plan.by ?? [this.objectOf(first)?.title ?? "name"];
    for (const name of by) {
      if (targets.some((target) => this.objectOf(target)?.byName[name])) continue;
      this.complain("unknown_link_field", { object: first, field: name }, `mapping.${common.column}.by`);
    }
    const severalInOne = field.kind === "links" || furtherOf(this.object, field.name) !== undefined;
    const many = field.kind === "tags" || field.kind === "links";
    this.steps.push({
      ...common,
      does: "link",
      field,
      targets,
      by,
      missing: plan.missing ?? "refuse",
      many,
      severalInOne,
    });
  }
}

/** Under which name questions speak of a value for all rows. */
export const constantColumn = (field: string): string => `constants.${field}`;

/** `match` where the options leave it open: the id, else the external id, when the file has them. */
function matchOf(options: ImportOptions, steps: readonly Step[]): readonly string[] {
  if (options.match) return options.match;
  if (steps.some((step) => step.does === "id")) return ["id"];
  return steps.some((step) => step.does === "value" && step.field.name === "external_id")
    ? ["external_id"]
    : [];
}

/**
 * Checks the mapping against the file's header and the catalog. `options.mapping` must be there (suggested or
 * given).
 */
export function planMapping(options: ImportOptions, header: readonly string[], objectOf: ObjectOf): Planned {
  const object = objectOf(options.object);
  if (!object) throw new Error(`no object ${options.object}`);
  const planner = new Planner(object, objectOf);
  for (const [column, plan] of Object.entries(options.mapping ?? {})) {
    const index =
      header.indexOf(column) >= 0
        ? header.indexOf(column)
        : header.findIndex((title) => fold(title) === fold(column));
    if (index < 0)
      planner.complain(
        "unknown_column",
        { column, columns: header.slice(0, 30).join(", ") },
        `mapping.${column}`,
      );
    else for (const one of [plan, ...(plan.also ?? [])]) planner.column(index, column, one);
  }
  for (const plan of options.constants ?? [])
    planner.column(-1, constantColumn(plan.field), plan, plan.value);
  const { steps } = planner;
  const lines = planner.linesPlans(options, header);
  const match = matchOf(options, steps);
  for (const name of match)
    if (
      !steps.some(
        (step) =>
          step.constant === undefined &&
          (name === "id"
            ? step.does === "id"
            : "field" in step && step.does !== "entered" && step.field.name === name),
      )
    )
      planner.complain("match_not_mapped", { field: name }, "match");
  if (steps.every((step) => step.does === "id") && planner.reasons.length === 0)
    planner.complain("nothing_mapped", {}, "mapping");
  if (planner.reasons.length > 0) return { ok: false, reasons: planner.reasons };
  const selfLinks = steps.filter(
    (step): step is LinkStep => step.does === "link" && step.targets.includes(object.name),
  );
  return { ok: true, plan: { object, steps, match, options, header, lines, selfLinks } };
}
