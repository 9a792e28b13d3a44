export { type FormQuestion, openQuestions, parseQuestions } from "./form.ts";
