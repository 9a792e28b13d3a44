import { Suspense } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { lazily } from "../../kit/lazily.ts";
import { useSince } from "./since-context.ts";

const SinceMarks = lazily(() => import("./SinceMarks.tsx").then((m) => m.SinceMarks));

/** Nothing, unless the rows around are compared with a past day. */
export function SinceMark({ object, record }: { readonly object: ObjectInfo; readonly record: Values }) {
  const since = useSince();
  if (!since) return null;
  return (
    <Suspense>
      <SinceMarks object={object} record={record} since={since} />
    </Suspense>
  );
}
