/** How much one may take out in files; null: without limit. */
export interface ExportLimits {
  /** Rows of one export. */
  readonly rows: number | null;
  /** Rows of one person on one day of the company's time zone. */
  readonly daily: number | null;
}
/** The company's limits, and those of roles that differ from them (by the role's id). */
export interface ExportSettings {
  readonly company: ExportLimits;
  readonly roles: Readonly<Record<string, ExportLimits>>;
}
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

/** `GET /exports/allowance` → {data: ExportAllowance}: what holds for who asks, and what is left of today. */
export interface ExportAllowance extends ExportLimits {
  readonly used: number;
  readonly left: number | null;
}
/** `GET /exports/use` → {data: ExportUse[]}: who took out how much, most first. */
export interface ExportUse {
  readonly user: string;
  readonly name: string | null;
  /** Rows. */
  readonly today: number;
  readonly week: number;
  readonly month: number;
  /** Files of 30 days. */
  readonly files: number;
  /** The last day with an export. */
  readonly last: string;
}
