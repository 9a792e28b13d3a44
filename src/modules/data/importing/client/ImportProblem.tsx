import { NetworkError, ProblemError } from "../../../../ui/data/problem-error.ts";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";
import * as styles from "./ImportProblem.module.css";

/** Why the file or its options were refused, each fault on its line. */
export function ImportProblem({ error }: { readonly error: unknown }) {
  const { t } = useLanguage();
  if (!error) return null;
  const problem = error instanceof ProblemError ? error.problem : null;
  const head = problem
    ? problem.detail || problem.title
    : error instanceof NetworkError
      ? t(kitMessages.networkDetail)
      : t(kitMessages.failedDetail);
  return (
    <div
      className={`${bannerStyles.banner} ${bannerStyles.bannerDanger} ${styles.importProblem}`}
      role="alert"
    >
      <span>{head}</span>
      {problem && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((item, index) => (
            <li key={index}>{item.message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
