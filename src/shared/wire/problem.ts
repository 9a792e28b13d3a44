/** RFC 9457 problem document, the only shape of an error answer. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly ProblemItem[];
  readonly request_id: string;
  readonly [extension: string]: unknown;
}

export interface ProblemItem {
  readonly code: string;
  readonly message: string;
  readonly field?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly criterion?: string;
  readonly kind?: string;
  readonly fix?: unknown;
}
