/** What the gate in the browser is judged by, in one piece: it comes with the first answer that is typed. */
export { judgeWithAnswers } from "../shared/judge-with-answers.ts";
export { judgingOf } from "./judging.ts";
