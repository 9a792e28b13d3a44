/** What hangs on a person: records by object and the field that names them. */
export interface DutyCount {
  readonly object: string;
  readonly field: string;
  /** Still to be worked on: these change hands. */
  readonly open: number;
  /** Done, won, lost: they stay where they are. */
  readonly closed: number;
}
/** `GET /handovers/{user}` → {data: HandoverPreview} */
export interface HandoverPreview {
  readonly user: { readonly id: string; readonly name: string; readonly active: boolean; readonly manager: string | null };
  readonly duties: readonly DutyCount[];
  readonly teams: number;
  readonly sessions: number;
  readonly keys: number;
}
/** `POST /handovers/{user}` → 202 {id} of the job. */
export interface HandoverPlan {
  readonly to: string;
  /** Other successors by object. */
  readonly objects?: Readonly<Record<string, string>>;
  /** The person leaves: deactivated, sessions ended, keys revoked. */
  readonly deactivate: boolean;
}
/** `POST /transfers` → {data} */
export interface TransferAnswer {
  readonly done: number;
  readonly refused: number;
  /** Open tasks and deals that went along. */
  readonly along: number;
}
