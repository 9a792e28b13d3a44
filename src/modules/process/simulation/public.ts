export { simulate } from "./server/simulate.ts";
