export { Answer } from "./Answer.tsx";
