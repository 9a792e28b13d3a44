import { type ReactNode, Suspense, useCallback, useState } from "react";
import { lazily } from "../../kit/lazily.ts";
import { type AskConflict, AskConflictContext, type ConflictQuestion } from "./ask-conflict.ts";
import type { Choice } from "./conflict.ts";

const ConflictDialog = lazily(() => import("./ConflictDialog.tsx").then((m) => m.ConflictDialog));
interface Asked extends ConflictQuestion {
  readonly answer: (choice: Choice | null) => void;
}

/** Lets a value that is changed in its place ask which of two stays. */
export function AskConflictProvider({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const ask = useCallback<AskConflict>(
    (question) => new Promise((answer) => setAsked((waiting) => [...waiting, { ...question, answer }])),
    [],
  );
  const [first] = asked;
  const end = (choice: Choice | null) => {
    first?.answer(choice);
    setAsked((waiting) => waiting.slice(1));
  };
  return (
    <AskConflictContext value={ask}>
      {children}
      {first && (
        <Suspense>
          <ConflictDialog
            inPlace
            object={first.object}
            conflict={first.conflict}
            mine={(name) => first.mine[name]}
            onSave={(choices) => end(Object.values(choices)[0] ?? "mine")}
            onBack={() => end(null)}
          />
        </Suspense>
      )}
    </AskConflictContext>
  );
}
