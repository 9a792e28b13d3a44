import { type ReactNode, Suspense } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { lazily } from "../../kit/lazily.ts";
import { useSince } from "./since-context.ts";

const SinceMarks = lazily(() => import("./SinceMarks.tsx").then((m) => m.SinceMarks));

const SinceWas = lazily(() => import("./SinceMarks.tsx").then((m) => m.SinceWas));
const SinceBirth = lazily(() => import("./SinceMarks.tsx").then((m) => m.SinceBirth));

interface SinceMarkProps {
  readonly object: ObjectInfo;
  readonly record: Values;
}
/**
 * What has changed on a card, where the cards around are compared with a past day; else what stands there
 * anyway.
 */
export function SinceMark({ object, record, children }: SinceMarkProps & { readonly children?: ReactNode }) {
  const since = useSince();
  if (!since) return children;
  return (
    <Suspense fallback={children}>
      <SinceMarks object={object} record={record} since={since}>
        {children}
      </SinceMarks>
    </Suspense>
  );
}

/** Below the value of a cell: what it was, where that differs. */
export function SinceCell({ object, record, field }: SinceMarkProps & { readonly field: FieldInfo }) {
  const since = useSince();
  return since ? (
    <Suspense>
      <SinceWas object={object} record={record} field={field} since={since} />
    </Suspense>
  ) : null;
}

/** Beside the title: new, or gone. */
export function SinceTitle({ record }: Pick<SinceMarkProps, "record">) {
  const since = useSince();
  return since ? (
    <Suspense>
      <SinceBirth record={record} since={since} />
    </Suspense>
  ) : null;
}
