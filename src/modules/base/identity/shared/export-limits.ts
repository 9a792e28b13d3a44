import type { ExportLimits } from "../../../../shared/wire/export-allowance.contract.ts";
import type { ExportSettings } from "./security.contract.ts";

export type { ExportLimits };

export const NO_LIMITS: ExportLimits = { rows: null, daily: null };

type Pick = (one: number | null, other: number | null) => number | null;
const wider: Pick = (one, other) => (one === null || other === null ? null : Math.max(one, other));
const narrower: Pick = (one, other) => (one === null ? other : other === null ? one : Math.min(one, other));
const join = (pick: Pick, one: ExportLimits, other: ExportLimits): ExportLimits => ({
  rows: pick(one.rows, other.rows),
  daily: pick(one.daily, other.daily),
});

/**
 * What holds for somebody with these roles: as with rights, the widest of them; without a role the company's.
 * @example exportLimits({ company: { rows: 1000, daily: 5000 }, roles: { manager: { rows: null, daily: 5000 } } }, ["seller", "manager"]) // { rows: null, daily: 5000 }
 */
export function exportLimits({ company, roles }: ExportSettings, held: readonly string[]): ExportLimits {
  const [first = company, ...others] = held.map((role) => roles[role] ?? company);
  return others.reduce((limits, one) => join(wider, limits, one), first);
}

/** What both allow. */
export const bothLimits = (one: ExportLimits, other: ExportLimits): ExportLimits =>
  join(narrower, one, other);
