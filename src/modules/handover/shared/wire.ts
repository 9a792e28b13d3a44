/** What hangs on a person: records by object and the field that names them. */
export interface DutyCount {
  readonly object: string;
  readonly field: string;
  /** Still to be worked on: these change hands. */
  readonly open: number;
  /** Done, won, lost: they stay where they are. */
  readonly closed: number;
}
/**
 * What hangs on a person beside records: consents they are asked for (sign-offs among them), consents they
 * ask for, their places in record teams, sharing rules that name them, views they made for everybody, shares
 * they gave, long work of theirs that has not ended.
 */
export const BESIDE = ["approvals", "requests", "roles", "rules", "views", "shares", "jobs"] as const;
export type BesideKind = (typeof BESIDE)[number];
export type BesideCounts = Readonly<Record<BesideKind, number>>;

/** `GET /handovers/{user}` → {data: HandoverPreview} */
export interface HandoverPreview {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly active: boolean;
    readonly manager: string | null;
  };
  readonly duties: readonly DutyCount[];
  readonly beside: BesideCounts;
  readonly teams: number;
  readonly sessions: number;
  readonly keys: number;
}
/** `POST /handovers/{user}` → 202 {id} of the job. */
export interface HandoverPlan {
  readonly to: string;
  /** Other successors by object. */
  readonly objects?: Readonly<Record<string, string>>;
  /**
   * The person leaves: deactivated, sessions ended, keys revoked, requests withdrawn, running work stopped.
   */
  readonly deactivate: boolean;
  /** End the shares that the person gave. */
  readonly end_shares?: boolean;
}
/** `POST /transfers` → {data} */
export interface TransferAnswer {
  readonly done: number;
  readonly refused: number;
  /** Open tasks and deals that went along. */
  readonly along: number;
}
