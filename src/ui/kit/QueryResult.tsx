import type { ReactNode } from "react";
import { Failure, Skeleton } from "./States.tsx";

export interface LoadedProps<T> {
  readonly query: {
    readonly data: T | undefined;
    readonly isPending: boolean;
    readonly isError: boolean;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly rows?: number;
  readonly small?: boolean;
  readonly children: (data: T) => ReactNode;
}
/** What was read, once it is there; grey lines before, the failure and a second try otherwise. */
export function QueryResult<T>({ query, rows = 5, small, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError)
    return <Failure error={query.error} onRetry={() => void query.refetch()} {...(small ? { small } : {})} />;
  return <Skeleton rows={rows} />;
}
