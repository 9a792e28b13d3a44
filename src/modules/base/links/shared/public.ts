export { makeLink } from "./links.contract.ts";
