import { Answer } from "../../../../ui/kit/Answer.tsx";
import type { SealState } from "../shared/log.contract.ts";
import { sealAnswer } from "./audit-answer.ts";
import { CheckResult, NewestSeal } from "./SealCheck.tsx";
import { useSealCheck } from "./use-seal-check.tsx";

/** How far the access log is sealed, the newest seal, and a check of the whole chain. */
export function SealAnswer({ seals: { access, newest } }: { readonly seals: SealState }) {
  const check = useSealCheck();
  return (
    <Answer
      clauses={sealAnswer(access)}
      action={check.button}
      notes={newest ? [<NewestSeal key="newest" newest={newest} />] : []}
    >
      {check.answer && <CheckResult answer={check.answer} />}
      {check.failure}
    </Answer>
  );
}
