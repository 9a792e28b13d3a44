import { type ReactNode, Suspense, useCallback, useState } from "react";
import { useObjects } from "../../data/objects.ts";
import { type Created, QuickCreateContext } from "../../field/quick-create.ts";
import { lazily } from "../../kit/lazily.ts";

const CreateDialog = lazily(() => import("./FormDialog.tsx").then((m) => m.CreateDialog));
interface Asked {
  readonly object: string;
  readonly title: string;
  readonly answer: (made: Created | null) => void;
}
/** Lets a lookup make the record it did not find. */
export function QuickCreateProvider({ children }: { readonly children: ReactNode }) {
  const objects = useObjects();
  const [asked, setAsked] = useState<Asked | null>(null);
  const quickCreate = useCallback(
    (object: string, title: string) =>
      new Promise<Created | null>((answer) => setAsked({ object, title, answer })),
    [],
  );
  const object = asked ? objects.get(asked.object) : undefined;
  return (
    <QuickCreateContext value={quickCreate}>
      {children}
      {asked && object && (
        <Suspense>
          <CreateDialog
            object={object}
            initial={{ [object.title]: asked.title }}
            onClose={(made) => {
              asked.answer(made);
              setAsked(null);
            }}
          />
        </Suspense>
      )}
    </QuickCreateContext>
  );
}
