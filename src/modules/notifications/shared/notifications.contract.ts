/** What `GET /notifications` answers. */
export interface Notification {
  readonly id: string;
  readonly kind: NotificationKind;
  /** In the reader's language, made when it is read. */
  readonly text: string;
  /** What it is about, with its title as the reader may see it; null when they may not. */
  readonly regarding: { readonly object: string; readonly id: string; readonly title: string } | null;
  /** Records that it counts: the condition of all of them, and the part of it that says whose. */
  readonly records: { readonly object: string; readonly filter: string; readonly whose: string } | null;
  readonly at: string;
  readonly read_at: string | null;
}
export interface NotificationPage {
  readonly data: readonly Notification[];
  readonly page: { readonly next: string | null };
  readonly unread: number;
}
export const NOTIFICATION_KINDS = [
  "mention",
  "task",
  "handed_over",
  "link_emptied",
  "stage",
  "approval",
  "import_done",
  "import_failed",
  "job_done",
  "job_failed",
  "stalled",
  "stalled_people",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
export const isNotificationKind = (value: unknown): value is NotificationKind =>
  NOTIFICATION_KINDS.some((kind) => kind === value);
