import { Type } from "@sinclair/typebox";
import { label } from "../../shared/i18n/label.ts";
import type { Values } from "../../shared/metadata/object.ts";
import { fits } from "../../shared/wire/fits.ts";
import { object, text, values } from "../../shared/wire/schema.ts";
import type { Context } from "../kernel/context.ts";
import { defineJobKind, type Work } from "../kernel/job-kind.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { changeKind, type KindAnswer } from "./change-kind.ts";

/** As the version before queued it. */
export const CHANGE_KIND = "engine.change_kind";
const Payload = object({ object: text(), name: text(), changes: values() });

/**
 * A change of kind of more rows than a request should wait for. It is done as a whole while the job is opened,
 * under the lock of definitions: all values or none, so there is no batch to go on from, and cut short it
 * begins again. A value that has no counterpart fails it with the words that the request would have got.
 */
export const kindChange = defineJobKind({
  name: "change_kind",
  label: label("更改字段类型", "Field type change"),
  payload: Payload,
  position: Type.Null(),
  rights: "program",
  isFinal: true,
  about: (payload) => payload.object,
  async open(context, { payload }) {
    const asked = { ...payload, tries: false };
    if (!isDone(context, asked)) {
      const changed = await changeKind(context, asked);
      // Somebody else is at the definitions: the queue begins it again.
      if (!changed.ok && changed.refusal.code === "busy")
        throw new Error("the definitions are being changed");
      if (!changed.ok) return changed;
    }
    return accept<Work<null>>({
      total: 1,
      batch: async () => ({ position: null, done: 1, refused: [] }),
    });
  },
});

interface Asked {
  readonly object: string;
  readonly name: string;
  readonly changes: Readonly<Values>;
  readonly tries: boolean;
}
const isDone = ({ catalog }: Context, { object: of, name, changes }: Asked): boolean =>
  catalog.object(of)?.byName[name]?.kind === changes["kind"];

/** At once where it is little, else as a job of the caller's. */
export const changeKindOrQueue = (context: Context, asked: Asked): Promise<Result<KindAnswer>> => {
  const { object: of, name, changes } = asked;
  // The request's answer is its own, not that of starting a job.
  const { startJob, idempotency: _key, ...asking } = context;
  return changeKind(context, {
    ...asked,
    ...(startJob && {
      later: async () => void (await startJob(asking, kindChange, { object: of, name, changes })),
    }),
  });
};

export async function changeKindTask(context: Context, payload: unknown): Promise<void> {
  if (!fits(Payload, payload)) return;
  const asked = { ...payload, tries: false };
  if (!isDone(context, asked)) await changeKind(context, asked);
}
