import type { Catalog } from "../../engine/kernel/catalog.ts";
import { buildCatalog, EMPTY_LAYER } from "../../engine/catalog/build-catalog.ts";
import { describeObject } from "../../engine/definitions/describe-object.ts";
import type { Context, Principal } from "../../engine/kernel/context.ts";
import { erasureRequest } from "../../modules/base/audit/shared/erasure-request.object.ts";
import { PRESET_ROLES } from "../../modules/base/identity/shared/preset-roles.ts";
import { jobObject } from "../../modules/base/jobs/server/job.object.ts";
import { duplicateRule } from "../../modules/data/duplicates/shared/duplicate-rule.object.ts";
import { importObject } from "../../modules/data/importing/server/import.object.ts";
import { approvalRequestObject } from "../../modules/process/approvals/server/approval-request.object.ts";
import {
  pipelineObject,
  pipelineVersionObject,
} from "../../modules/process/pipeline/server/pipeline.object.ts";
import { OPPORTUNITY_PIPELINE } from "../../modules/process/pipeline/shared/default-pipelines.ts";
import { shippedObjects } from "../../objects/registry.ts";
import type { DescribedObject } from "../../shared/wire/objects.contract.ts";
import type { PipelineView } from "../../shared/wire/pipelines.contract.ts";
import type { Me } from "../../shared/wire/session.contract.ts";
import type { ObjectInfo } from "../../ui/data/objects.ts";

/** Ids of a small world, readable in a failure. */
export const idNo = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
export const LI_NA = idNo(1);
export const WANG_WEI = idNo(2);
export const PIPELINE = idNo(10);

/** The objects of the program, as its catalog has them before anybody changes a thing. */
const catalog = buildCatalog(
  1,
  [
    ...shippedObjects,
    pipelineObject,
    pipelineVersionObject,
    approvalRequestObject,
    duplicateRule,
    importObject,
    jobObject,
    erasureRequest,
  ],
  EMPTY_LAYER,
);
/** Roles as a new installation has them, e.g. "administrator", "seller", "read_only". */
const roleCalled = (name: string) => {
  const found = PRESET_ROLES.find((role) => role.name === name);
  if (!found) throw new Error(`No installation has a role ${name} from the start`);
  return found;
};

const told = new Map<string, readonly DescribedObject[]>();
/**
 * All objects as a person of this role is told of them, with the rights that the server would work out; worked
 * out once, as every screen of every test asks for them.
 */
export function objectsFor(role: string): readonly DescribedObject[] {
  const known = told.get(role) ?? describedFor(role, catalog);
  told.set(role, known);
  return known;
}
/** The same of another catalog. */
export function describedFor(role: string, catalog: Catalog): readonly DescribedObject[] {
  const { name, rights } = roleCalled(role);
  const principal: Principal = {
    kind: "person",
    id: LI_NA,
    name: "李娜",
    roles: [{ id: idNo(90), name, ...rights }],
    departments: [],
    subtree: [],
  };
  // Describing asks for who and what only.
  const context = { catalog, principal } as Context;
  return [...catalog.objects.values()]
    .map((object) => describeObject(context, object))
    .filter(({ internal, rights: own }) => !internal && own.read !== "none");
}

/** An object as the screens know it. */
export function objectInfo(name: string, role = "administrator"): ObjectInfo {
  const object = objectsFor(role).find((one) => one.name === name);
  if (!object) throw new Error(`${role} is told of no ${name}`);
  return { ...object, byName: Object.fromEntries(object.fields.map((field) => [field.name, field])) };
}

/** Who looks: Li Na, with what her role allows. */
export function personOf(role: string, more: Partial<Me> = {}): Me {
  const { name, label, rights } = roleCalled(role);
  return {
    user: { id: LI_NA, name: "李娜", login: "li.na", email: "li.na@example.com", language: null },
    roles: [{ name, label }],
    departments: [],
    abilities: [...rights.abilities],
    company: { name: "渠成科技", currency: "CNY", zone: "Asia/Shanghai", language: "zh-CN" },
    preferences: {},
    watermark: false,
    must_change_password: false,
    ...more,
  };
}

/** The pipeline of deals that an installation starts with, published. */
export const salesPipeline: PipelineView = {
  id: PIPELINE,
  ...OPPORTUNITY_PIPELINE,
  // The definition is read-only from top to bottom, the contract's type is not.
  stages: structuredClone(OPPORTUNITY_PIPELINE.stages) as PipelineView["stages"],
  default: true,
  default_for: null,
  retired: false,
  version: 1,
  published_at: "2026-11-01T08:00:00Z",
  pilot: null,
  has_draft: false,
};
