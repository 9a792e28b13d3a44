import { useId, useRef, useState } from "react";
import type { PublicPage, PublicVerb } from "../../shared/public-page.contract.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { actOnPage } from "./ask-page.ts";
import { solvePuzzle } from "./solve-puzzle.ts";
import { linkPageMessages } from "./link-page.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./VerbForm.module.css";

interface VerbFormProps {
  readonly token: string;
  readonly page: PublicPage;
  readonly onDone: (told: string) => void;
  readonly onChanged: () => void;
}
/** What is written, and sending it with a verb. */
function useAct({ token, page, onDone, onChanged }: VerbFormProps) {
  const { t } = useLanguage();
  const input = useRef<HTMLTextAreaElement>(null);
  const [comment, setComment] = useState("");
  const [website, setWebsite] = useState("");
  const [busy, setBusy] = useState("");
  const [problem, setProblem] = useState("");
  const send = async (verb: string) => {
    const { seen, proof_of_work: puzzle } = page;
    const proof = puzzle && (await solvePuzzle(puzzle));
    const shown = seen === null ? {} : { seen };
    return actOnPage(token, { verb, comment, website, ...shown, ...(proof ? { proof } : {}) });
  };
  const press = async ({ name, comment: need }: PublicVerb): Promise<void> => {
    if (busy) return;
    if (need === "required" && comment.trim() === "") {
      setProblem(t(linkPageMessages.commentNeeded));
      input.current?.focus();
      return;
    }
    setBusy(name);
    setProblem("");
    const answer = await send(name);
    setBusy("");
    if (answer.is === "ok") return onDone(answer.value);
    setProblem(answer.is === "refused" ? answer.text : t(linkPageMessages.failedDetail));
    // What was seen is no longer so, or the link has just been used: the page says how it stands now.
    if (answer.is !== "failed" && (answer.is === "dead" || CHANGED.has(answer.code))) onChanged();
  };
  return { input, comment, setComment, website, setWebsite, busy, problem, press };
}

/** A comment and the answers: each is one press, and only a press does anything. */
export function VerbForm(props: VerbFormProps) {
  const { t } = useLanguage();
  const id = useId();
  const { verbs, proof_of_work: puzzle } = props.page;
  const { input, comment, setComment, website, setWebsite, busy, problem, press } = useAct(props);
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <label className={styles.label} htmlFor={id}>
        {t(linkPageMessages.comment)}
      </label>
      <textarea
        ref={input}
        id={id}
        className={styles.comment}
        rows={3}
        maxLength={2000}
        value={comment}
        aria-invalid={problem !== ""}
        onChange={(event) => setComment(event.target.value)}
      />
      {puzzle && <ForPrograms value={website} onChange={setWebsite} />}
      <p className={`${base.noteError} ${styles.problem}`} role="alert">
        {problem}
      </p>
      <div className={styles.verbs}>
        {verbs.toReversed().map((verb) => (
          <button
            key={verb.name}
            type="button"
            className={styles.verb}
            data-tone={verb.tone}
            disabled={busy !== ""}
            aria-busy={busy === verb.name}
            onClick={() => void press(verb)}
          >
            {verb.label}
          </button>
        ))}
      </div>
    </form>
  );
}

interface ForProgramsProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
}
/** A field that nobody sees: programs that fill in every field give themselves away. */
const ForPrograms = ({ value, onChange }: ForProgramsProps) => (
  <input
    className={base.srOnly}
    name="website"
    tabIndex={-1}
    autoComplete="off"
    aria-hidden
    value={value}
    onChange={({ target }) => onChange(target.value)}
  />
);
const CHANGED = new Set(["changed_since", "if_match_required", "closed"]);
